/** The understanding of messages, with the weights from the disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModels } from '../chat/understand/model/models.ts';
import { makeUnderstand } from '../chat/understand/understand.ts';
import type { Understand } from '../chat/understand/understanding.ts';
import { ROOT } from './files.ts';

/** What `npm run train` writes. */
export const WEIGHTS = join(ROOT, 'src/chat/understand/model/weights.bin');

export function readUnderstand(): Understand {
  return makeUnderstand(readModels(readFileSync(WEIGHTS)));
}
