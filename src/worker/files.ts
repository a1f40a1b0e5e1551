/** What a Worker has in its bundle instead of on a disk: copy, weights, the page's files, the list of migrations. */
import journal from '../../db/migrations/meta/_journal.json';
import english from '../chat/copy/en.ftl';
import indonesian from '../chat/copy/id.ftl';
import weights from '../chat/understand/model/weights.bin';
import type { Asset } from '../web/app.tsx';
import css from '../web/assets/app.css';
import chat from '../web/assets/chat.js';
import icon from '../web/assets/icon.svg';
import memory from '../web/assets/memory.js';
import officeCss from '../web/assets/office.css';
import office from '../web/assets/office.js';
import officeDoor from '../web/assets/office-door.js';
import ownData from '../web/assets/own-data.js';
import page from '../web/assets/page.js';
import pairing from '../web/assets/pairing.js';
import tone from '../web/assets/tone.js';
import transcript from '../web/assets/transcript.js';

const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';
const SVG = 'image/svg+xml';

/** Indonesian stands first: it is the fallback. */
export const COPY: ReadonlyMap<string, string> = new Map([
  ['id', indonesian],
  ['en', english],
]);

export const ASSETS: ReadonlyMap<string, Asset> = new Map([
  ['app.css', { type: CSS, body: css }],
  ['chat.js', { type: SCRIPT, body: chat }],
  ['icon.svg', { type: SVG, body: icon }],
  ['memory.js', { type: SCRIPT, body: memory }],
  ['own-data.js', { type: SCRIPT, body: ownData }],
  ['office.css', { type: CSS, body: officeCss }],
  ['office.js', { type: SCRIPT, body: office }],
  ['office-door.js', { type: SCRIPT, body: officeDoor }],
  ['page.js', { type: SCRIPT, body: page }],
  ['pairing.js', { type: SCRIPT, body: pairing }],
  ['tone.js', { type: SCRIPT, body: tone }],
  ['transcript.js', { type: SCRIPT, body: transcript }],
]);

export const JOURNAL = journal;

export const WEIGHTS = new Uint8Array(weights);
