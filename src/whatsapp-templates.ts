/** What Meta says of the templates, asked now and then and kept in the database: every process that sends reads it there. */
import { GraphError } from '../bots/whatsapp-cloud/graph.ts';
import { type TemplateDraft, templateDrafts } from '../bots/whatsapp-cloud/templates.ts';
import { type TemplateAtMeta, templatesAtMeta } from '../bots/whatsapp-cloud/templates-at-meta.ts';
import type { Database } from '../db/database.ts';
import { keepTemplates, loadTemplates } from '../db/store/templates.ts';
import type { Copy } from './chat/copy/copy.ts';
import type { WhatsappCloud } from './config.ts';
import type { Clock } from './delivery/clock.ts';
import type { Log } from './delivery/events.ts';

/** Meta also tells by itself where its webhook is subscribed to that. */
export const ASK_EVERY_MS = 3_600_000;
/** As kept: Meta does not have it. */
export const MISSING = 'MISSING';

export interface Account {
  readonly token: string;
  readonly businessId: string;
  readonly apiRoot: string;
}

/** One of ours, and what Meta has under its name. */
export interface Compared {
  readonly draft: TemplateDraft;
  readonly atMeta: TemplateAtMeta | null;
}

/** Asks Meta, and keeps what it says. @throws what the call throws, StorageError */
export async function askForTemplates(
  { database, copy, now }: { database: Database; copy: Copy; now: () => number },
  account: Account,
): Promise<Compared[]> {
  const found = await templatesAtMeta(account).list();
  const compared = templateDrafts(copy).map((draft): Compared => {
    const atMeta = found.find(({ name, language }) => name === draft.name && language === draft.language);
    return { draft, atMeta: atMeta ?? null };
  });
  await keepTemplates(
    database,
    compared.map(({ draft: { name, language }, atMeta }) => ({
      name,
      language,
      status: atMeta?.status ?? MISSING,
      reason: atMeta?.reason ?? null,
    })),
    now(),
  );
  return compared;
}

export interface RefreshDeps {
  readonly settings: WhatsappCloud | null;
  readonly database: Database;
  readonly copy: Copy;
  readonly log: Log;
  readonly now: () => number;
}

/** Asks where nobody has asked for an hour, and there is somebody to ask. Never throws. */
export async function refreshTemplates(deps: RefreshDeps): Promise<void> {
  const { settings, database, copy, log, now } = deps;
  if (!settings?.businessId) return;
  try {
    const drafts = templateDrafts(copy);
    const known = await loadTemplates(database);
    const heardAt = drafts.map(
      ({ name, language }) =>
        known.find((each) => each.name === name && each.language === language)?.heardAt ?? 0,
    );
    if (now() - Math.min(...heardAt) < ASK_EVERY_MS) return;
    const { businessId } = settings;
    const compared = await askForTemplates({ database, copy, now }, { ...settings, businessId });
    const unsendable = compared.filter(({ atMeta }) => atMeta?.status !== 'APPROVED');
    if (unsendable.length > 0) {
      const names = unsendable.map(({ draft }) => `${draft.name} (${draft.language})`);
      log.warn({ templates: names }, 'Templates that cannot be sent. See gerai whatsapp-templates.');
    }
  } catch (error) {
    const { name: reason } = error instanceof Error ? error : { name: 'unknown' };
    const code = error instanceof GraphError ? error.code : null;
    log.warn({ reason, code }, 'Meta does not say which templates it has approved.');
  }
}

/** At once, and each hour from then on. @returns ends it. */
export function keepTemplatesFresh(deps: RefreshDeps, clock: Clock): () => void {
  let cancel = () => {};
  const ask = () => {
    void refreshTemplates(deps);
    cancel = clock.after(ASK_EVERY_MS, ask);
  };
  if (deps.settings?.businessId) ask();
  return () => cancel();
}
