/** Where photos are kept; `handle` is what the channel calls a photo that it was given before. */
export interface Media {
  handle(hash: string): Promise<string | null>;
  bytes(hash: string): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string } | null>;
  remember(hash: string, handle: string): Promise<void>;
}
