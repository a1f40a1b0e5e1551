/** Uploaded files: an upload gets an id, and the id can be sent again. */
import { stringOf, type Upload } from './body.ts';
import type { StoredFile } from './chats.ts';
import { badRequest } from './refusal.ts';

/** Telegram's limit for photos (Bot API documentation, sendPhoto). */
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;

export interface FileStore {
  /** @param field the name under which a form carries the file itself. */
  resolve(
    kind: StoredFile['kind'],
    value: unknown,
    field: string,
    uploads: ReadonlyMap<string, Upload>,
  ): string;
  add(kind: StoredFile['kind'], bytes: Uint8Array): StoredFile;
  get(id: string): StoredFile | undefined;
  /** Ids handed out so far stop working, as those of another bot's token do. */
  forgetAll(): void;
}

export function startFiles(): FileStore {
  const files = new Map<string, StoredFile>();
  let last = 0;

  function add(kind: StoredFile['kind'], bytes: Uint8Array): StoredFile {
    const file = { id: `AgAC-${kind}-${++last}`, kind, bytes };
    files.set(file.id, file);
    return file;
  }

  return {
    add,
    get: (id) => files.get(id),
    forgetAll: () => files.clear(),
    resolve(kind, value, field, uploads) {
      const name = stringOf(value);
      const upload = uploads.get(name.startsWith('attach://') ? name.slice('attach://'.length) : field);
      if (upload) return add(kind, checked(kind, upload.bytes)).id;
      if (/^https?:\/\//.test(name)) return add(kind, new TextEncoder().encode(name)).id;
      if (name === '') throw badRequest(`there is no ${kind} in the request`);
      if (files.get(name)?.kind === kind) return name;
      throw badRequest('wrong file identifier/HTTP URL specified');
    },
  };
}

function checked(kind: StoredFile['kind'], bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (kind === 'photo' && bytes.length > MAX_PHOTO_BYTES) throw badRequest('file is too big');
  return bytes;
}
