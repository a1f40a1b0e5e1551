/**
 * The project's double of Meta's Graph API for the WhatsApp Cloud API, on loopback. It encodes what we believe of it;
 * the beliefs rest on Meta's documentation, on what vendors quote of it and on public libraries, never on a try, and
 * the files in `graph-api/` say where. Belief is, above all, which templates Meta refuses at once (`templates.ts`), and that a
 * closed window is refused at the call or reported later. Its log is the oracle: what is in it was taken.
 */
export type { CloudInboxMessage, CloudPerson } from './graph-api/person.ts';
export {
  type Fault,
  type GraphApi,
  type GraphApiOptions,
  startGraphApi,
  type Taken,
} from './graph-api/server.ts';
