/** Requests that no browser would make: any method, any path, any bytes. */
import { Agent, request } from 'node:http';

export interface RawRequest {
  readonly method: string;
  /** As it is sent: nothing is resolved or encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  /** 0: the line was cut. */
  readonly status: number;
  readonly text: string;
}

/** Where a stream is answered, it is read for a moment only. */
const STREAM_MS = 30;

function ignore(): void {}

export function startRawClient(at: string) {
  // Without a limit: a request that waited for a line would not know that the line was used before (`reusedSocket`).
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(at);

  function send(raw: RawRequest): Promise<RawAnswer> {
    const { method, path, headers = {}, body = '' } = raw;
    return new Promise((resolve) => {
      const call = request({
        agent,
        hostname,
        port,
        method,
        path,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      // A server may answer before it has read everything, and close: what is still written then fails.
      call.once('socket', (socket) => {
        if (socket.listenerCount('error', ignore) === 0) socket.on('error', ignore);
      });
      // A kept line may close just as it is used again (after an answer to what was too long, or when it idled):
      // Node's manual says to ask again then (`request.reusedSocket`).
      let again = true;
      call.on('error', () => resolve(again && call.reusedSocket ? send(raw) : { status: 0, text: '' }));
      call.once('response', (response) => {
        again = false;
        const status = response.statusCode ?? 0;
        let text = '';
        const end = () => resolve({ status, text });
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.once('end', end).on('error', end);
        if (response.headers['content-type']?.startsWith('text/event-stream')) {
          setTimeout(() => call.destroy(), STREAM_MS);
          response.once('close', end);
        }
      });
      call.end(body);
    });
  }

  return { send, close: () => agent.destroy() };
}
