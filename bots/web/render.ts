import { type Fitted, withoutMarks } from '../../src/chat/render.ts';

/** One reply as `POST /api/chat` and the event stream give it. */
export interface WebReply {
  readonly id: string;
  readonly text: string;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  /** A path on this server. */
  readonly photo?: string;
  /** The code of the order whose slip it is: `/s/<code>.svg` shows it to be scanned. */
  readonly slip?: string;
  /** The id of an earlier reply that this one takes the place of. */
  readonly replaces?: string;
}

export function renderReply(id: string, message: Fitted, replaces: string | null): WebReply {
  return {
    id,
    text: withoutMarks(message.text),
    ...(message.choices.length > 0 ? { choices: message.choices } : {}),
    ...(message.photo === null ? {} : { photo: `/media/${message.photo}` }),
    ...(message.slip === undefined ? {} : { slip: message.slip }),
    ...(replaces === null ? {} : { replaces }),
  };
}
