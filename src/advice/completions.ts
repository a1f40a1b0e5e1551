/** One question to an OpenAI-compatible server: `POST …/chat/completions`. The same on Node and on Workers. */
import * as z from 'zod';
import type { Advice, AdviceQuestion } from '../chat/advice/advice.ts';
import { asData, INSTRUCTION } from './instruction.ts';

export interface LanguageModel {
  /** With its version, without a slash at the end: `https://llm.example/v1`. */
  readonly url: string;
  readonly model: string;
  /** null: the server asks for none. */
  readonly key: string | null;
}

/** Why nothing came of it, without a word of what was asked or said. */
export class NoAdvice extends Error {
  override readonly name = 'NoAdvice';
}

/** An answer has a few hundred characters; some models think aloud before it. */
const MOST_BYTES = 200_000;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});
const advice = z.object({ answer: z.string().nullable(), facts: z.array(z.string()) });

/** @throws NoAdvice, or what `fetch` throws, also when the signal aborts. */
export async function askModel(
  model: LanguageModel,
  question: AdviceQuestion,
  signal: AbortSignal,
): Promise<Advice> {
  const response = await fetch(`${model.url}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(model.key === null ? {} : { authorization: `Bearer ${model.key}` }),
    },
    body: JSON.stringify(requestFor(model, question)),
    // Words and key go to the server that the office has named, and to no other.
    redirect: 'manual',
    signal,
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new NoAdvice(`status ${response.status}`);
  }
  return readAdvice(await readText(response));
}

/**
 * No more than every server takes: LM Studio refuses `response_format: json_object`
 * (https://github.com/lmstudio-ai/lmstudio-bug-tracker/issues/189), OpenAI's newer models `max_tokens` and a temperature
 * (https://github.com/decolua/9router/issues/560). One system message: some templates allow no second.
 */
function requestFor({ model }: LanguageModel, question: AdviceQuestion) {
  return {
    model,
    messages: [
      { role: 'system', content: INSTRUCTION },
      { role: 'user', content: asData(question) },
    ],
    stream: false,
  };
}

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      throw new NoAdvice('too long');
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}

function readAdvice(body: string): Advice {
  const answered = completion.safeParse(readJson(body));
  if (!answered.success) throw new NoAdvice('no completion');
  const [first] = answered.data.choices;
  const said = advice.safeParse(readJson(insideWords(first?.message.content ?? '')));
  if (!said.success) throw new NoAdvice('not the JSON that was asked for');
  return said.data;
}

/** Models think aloud, and set JSON between marks: the object alone is read. */
function insideWords(content: string): string {
  const spoken = content.replace(/<think>.*?<\/think>/gs, '');
  return spoken.slice(spoken.indexOf('{'), spoken.lastIndexOf('}') + 1);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
