/** Visitors whom no channel reaches: the keeper calls them. */
import type { TaskView } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import type { ListedChoice } from '../message.ts';
import { notYours } from '../staff/part-work.ts';
import { choice, listed, unitName } from '../wording.ts';
import { mayKeep } from './slips.ts';

const SHOWN_TASKS = 10;

/** Seeing a phone number leaves a trace. */
function listTasks(scene: Scene, tasks: readonly TaskView[], preface?: string): Turn {
  const { say } = scene;
  const shown = tasks.slice(0, SHOWN_TASKS);
  const rest = tasks.length - shown.length;
  const more = rest > 0 ? say('keeper-tasks-more', { count: rest }) : undefined;
  const head = say(shown.length === 0 ? 'keeper-tasks-none' : 'keeper-tasks-head');
  return {
    ...reply([preface, more, head].filter(Boolean).join('\n\n'), {
      choices: shown.map((task) => taskChoice(scene, task)),
      inPlace: true,
    }),
    effects: shown.flatMap(({ id, phone }) =>
      phone === null
        ? []
        : [{ kind: 'audit', what: 'see-phone', subject: `task ${id}`, before: null, after: null } as const],
    ),
    conversation: { asked: null },
  };
}

function taskChoice(scene: Scene, task: TaskView): ListedChoice {
  const { say } = scene;
  const { id, code, name, phone } = task;
  const line =
    phone === null ? say('keeper-task-no-phone', { code, name }) : say('keeper-task', { code, name, phone });
  const news = say('keeper-task-say', { news: newsText(scene, task) });
  return listed(choice(say('keeper-button-called', { code }), { do: 'task-done', task: id }), {
    line: `${line}\n${news}`,
    more: `${say('keeper-task-more', { name, phone: phone ?? 'none' })}\n${news}`,
  });
}

/** What the visitor would have read: how each part stands. */
function newsText(scene: Scene, { parts }: TaskView): string {
  const lines = parts.map(
    ({ unitId, state }) => `${unitName(scene, unitId)} – ${scene.say('part-state', { state })}`,
  );
  return [...new Set(lines)].join('; ');
}

function finishTask(scene: Scene, taskId: number): Turn {
  const task = scene.facts.tasks.find((each) => each.id === taskId);
  if (!task) return listTasks(scene, scene.facts.tasks, scene.say('keeper-task-gone'));
  const rest = scene.facts.tasks.filter((each) => each !== task);
  const turn = listTasks(scene, rest, scene.say('keeper-task-done', { code: task.code }));
  return { ...turn, effects: [{ kind: 'task-done', taskId }, ...(turn.effects ?? [])] };
}

export const tasksFlow: Flow<'keeper-tasks' | 'task-done'> = {
  'keeper-tasks': {
    needs: () => ({ tasks: true }),
    turn: (scene) => (mayKeep(scene) ? listTasks(scene, scene.facts.tasks) : notYours(scene)),
  },
  'task-done': {
    needs: () => ({ tasks: true }),
    turn: (scene, { task }) => (mayKeep(scene) ? finishTask(scene, task) : notYours(scene)),
  },
};
