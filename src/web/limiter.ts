/** How fast one session and one address may talk to the public chat. */
// The package as a whole names every store that it knows, modules of Node among them.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';

export interface Limiter {
  allow(session: string, address: string): Promise<boolean>;
}

/** A person who presses quickly stays far below this; a loop does not. */
const SESSION_LIMIT = { points: 30, duration: 10 };

/** A whole lounge may share one address behind its Wi-Fi. */
const ADDRESS_LIMIT = { points: 600, duration: 60 };

export function makeLimiter(session = SESSION_LIMIT, address = ADDRESS_LIMIT): Limiter {
  const bySession = new RateLimiterMemory(session);
  const byAddress = new RateLimiterMemory(address);
  return {
    async allow(chat, client) {
      try {
        await byAddress.consume(client);
        await bySession.consume(chat);
        return true;
      } catch {
        return false;
      }
    },
  };
}
