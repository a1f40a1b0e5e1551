/** A stand whose server drives a phone: the state of its bridge, and how a phone is paired with it. */
import type { WhatsAppPage } from './whatsapp-page.ts';

/** A session that is younger than some seconds may not be on the browser's disk yet. */
export const SESSION_ON_DISK_MS = 6_000;

async function bridgeState(at: string): Promise<string | undefined> {
  const response = await fetch(`${at}/readyz`).catch(() => null);
  if (response === null) return undefined;
  const body = (await response.json()) as { channels: Record<string, { state?: string }> };
  return body.channels['whatsapp-web']?.state;
}

/** @param at the server's address; asked each time, since a server that was killed comes back under another one */
export function becomes(
  whatsapp: WhatsAppPage,
  at: () => string,
  wanted: string,
  patienceMs?: number,
): Promise<true> {
  return whatsapp.until(
    `the state ${wanted}`,
    async () => ((await bridgeState(at())) === wanted ? (true as const) : null),
    patienceMs,
  );
}

export async function pairWith(whatsapp: WhatsAppPage, at: () => string): Promise<void> {
  await becomes(whatsapp, at, 'pairing');
  whatsapp.scan();
  await becomes(whatsapp, at, 'ready');
}
