/** One kept-alive connection that posts one update after another: as little work as possible beside what is measured. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Connection {
  /** @returns the status of the answer. */
  post(body: string): Promise<number>;
  close(): void;
}

export interface Target {
  readonly url: string;
  readonly secret: string;
}

export async function openConnection({ url, secret }: Target): Promise<Connection> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  const head = `POST /webhooks/telegram HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\nx-telegram-bot-api-secret-token: ${secret}\r\ncontent-length: `;
  return {
    async post(body) {
      socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`);
      return answerOn(socket);
    },
    close: () => socket.destroy(),
  };
}

function answerOn(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (settle: () => void) => {
      socket.off('data', onData);
      socket.off('close', onClose);
      settle();
    };
    const onData = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (isWhole(text)) done(() => resolve(Number(text.slice(9, 12))));
    };
    const onClose = () => done(() => reject(new Error('The server closed the connection.')));
    socket.on('data', onData);
    socket.on('close', onClose);
  });
}

/** With a length or in chunks; an answer without either has no body. */
function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = text.slice(0, end).toLowerCase();
  if (head.includes('transfer-encoding: chunked')) return text.endsWith('0\r\n\r\n');
  const length = /content-length: (\d+)/.exec(head);
  return text.length >= end + 4 + Number(length?.[1] ?? 0);
}
