/** What the stand is for today: interest, orders without payment, or selling. */
import { SELLING_STAGES, type SellingStage } from '../../shop/catalogue.ts';
import type { Flow, Scene, Turn } from '../flow.ts';
import { choice } from '../wording.ts';
import { adminOnly, audit, choosing, closing } from './admin-only.ts';

function askStage(scene: Scene): Turn {
  const { say } = scene;
  const current = scene.snapshot.stand.stage;
  return choosing(say('admin-ask-stage', { stage: current }), [
    ...SELLING_STAGES.filter((stage) => stage !== current).map((stage) =>
      choice(say('admin-stage', { stage }), { do: 'set-stage', stage }),
    ),
    choice(say('admin-button-menu'), { do: 'admin-menu' }),
  ]);
}

function setStage(scene: Scene, stage: SellingStage): Turn {
  const { say } = scene;
  const { id, stage: before } = scene.snapshot.stand;
  if (before === stage) return closing(scene, say('admin-stage-same', { stage }));
  return closing(scene, say('admin-stage-changed', { stage }), [
    { kind: 'stage', standId: id, stage },
    audit('stage', `stand ${id}`, before, stage),
  ]);
}

export const changeStageFlow: Flow<'ask-stage' | 'set-stage'> = {
  'ask-stage': { turn: (scene) => adminOnly(scene, () => askStage(scene)) },
  'set-stage': { turn: (scene, { stage }) => adminOnly(scene, () => setStage(scene, stage)) },
};
