/** The browser of an office, without a browser: what its page would send. */
import type { Stand } from './stand.ts';

export const PIN = '2580';

/** A browser that several people share. */
export function officePc(stand: Stand) {
  let cookie = '';
  let requests = 0;
  async function request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { cookie, ...(init.headers as Record<string, string> | undefined) };
    const response = await stand.gerai.app.request(`https://gerai.example${path}`, { ...init, headers });
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return response;
  }
  const post = (path: string, fields: Record<string, string>) =>
    request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return {
    request,
    post,
    cookie: () => cookie,
    forge(value: string) {
      cookie = value;
    },
    /** With the link of an invitation, and a PIN. @returns the seat's path */
    async comes(code: string, pin = PIN): Promise<string> {
      const page = await (await post('/kantor/masuk', { code })).text();
      const begun = await post('/kantor/mulai', { token: tokenIn(page), code, pin, again: pin });
      if (begun.status !== 303) throw new Error(`The office does not open: ${begun.status}`);
      return begun.headers.get('location')?.split('?')[0] ?? '';
    },
    async token(seat: string): Promise<string> {
      return tokenIn(await (await request(seat)).text());
    },
    async opens(seat: string, pin: string): Promise<Response> {
      return post(`${seat}/buka`, { token: await this.token(seat), pin });
    },
    /** What the first button on the board that does this carries. */
    async boardChoice(seat: string, verb: string): Promise<string> {
      const board = await (await request(`${seat}/papan`)).text();
      return new RegExp(`data-board-choice="(${verb} [^"]+)"`).exec(board)?.[1] ?? '';
    },
    /** As the script of the page does it. */
    async chats(seat: string, what: object, token?: string): Promise<Response> {
      requests += 1;
      const proof = token ?? (await this.token(seat));
      return request('/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kantor': proof },
        body: JSON.stringify({ session: sessionOf(seat), id: `r${requests}`, ...what }),
      });
    },
  };
}

export function tokenIn(page: string): string {
  return /(?:name="token" value|data-token)="([^"]+)"/.exec(page)?.[1] ?? '';
}

export const sessionOf = (seat: string) => `office-seat-${seat.split('/').at(-1)}`;

export type OfficePc = ReturnType<typeof officePc>;
