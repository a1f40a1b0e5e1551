/** Pictures that somebody sent to the bot. */
import { type ApiOptions, telegramApi } from './api.ts';

const TELEGRAM = 'https://api.telegram.org';
/** Above this nothing is of use; Telegram itself lets bots have 20 MB (https://core.telegram.org/bots/api#getfile). */
const MAX_BYTES = 5 * 1024 * 1024;
const TIMEOUT_MS = 15_000;

/** @returns null where there is no such picture any more. May reject; the address holds the token and is never logged. */
export function telegramPictures(options: ApiOptions): (fileId: string) => Promise<Uint8Array | null> {
  const api = telegramApi(options);
  return async (fileId) => {
    const { file_path: path, file_size: size = 0 } = await api.getFile(fileId);
    if (path === undefined || size > MAX_BYTES) return null;
    const response = await fetch(`${options.apiRoot ?? TELEGRAM}/file/bot${options.token}/${path}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  };
}
