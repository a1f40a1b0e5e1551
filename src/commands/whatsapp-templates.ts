/** The templates at Meta: what became of each, and handing in those that it does not have. */
import * as z from 'zod';
import { networkCode } from '../../bots/common/not-connected.ts';
import { GraphError, NoAnswer } from '../../bots/whatsapp-cloud/graph.ts';
import type { TemplateDraft } from '../../bots/whatsapp-cloud/templates.ts';
import { templatesAtMeta } from '../../bots/whatsapp-cloud/templates-at-meta.ts';
import { keepTemplates } from '../../db/store/templates.ts';
import { type Copy, makeCopy } from '../chat/copy/copy.ts';
import type { TemplateAccount } from '../config.ts';
import { readCopy } from '../node/files.ts';
import { type Account, askForTemplates, type Compared } from '../whatsapp-templates.ts';
import { type CommandContext, CommandError, type DatabaseCommand } from './command.ts';

const input = z.object({ submit: z.literal('true').optional() });

export const whatsappTemplates: DatabaseCommand<z.infer<typeof input>, string> = {
  summary: "lists WhatsApp's message templates, and hands in those that are missing",
  usage: `gerai whatsapp-templates [--submit]

  Lists every template in every language, with what Meta says of it: only APPROVED ones can be sent.
  --submit  hands in those that Meta does not have, and says why where it refuses one

  Needs WHATSAPP_CLOUD_TOKEN and WHATSAPP_CLOUD_BUSINESS_ID. See docs/whatsapp-cloud.md.`,
  input,
  flags: ['submit'],
  async run(context, { submit }) {
    const account = requireAccount(context.templates);
    const copy = makeCopy(readCopy());
    const compared = await asked(() => askForTemplates({ ...context, copy }, account));
    const results = submit ? await submitMissing(context, account, compared) : compared.map(asItIs);
    return report(results, copy);
  },
};

/** @throws CommandError */
function requireAccount(given: TemplateAccount | undefined): Account {
  const { token, businessId, apiRoot } = given ?? {};
  const missing = [
    ...(token ? [] : ['WHATSAPP_CLOUD_TOKEN: set the access token of a system user of the Meta app.']),
    ...(businessId
      ? []
      : [
          'WHATSAPP_CLOUD_BUSINESS_ID: set the WhatsApp Business Account ID that the Meta app shows under API Setup.',
        ]),
  ];
  if (!token || !businessId || !apiRoot) {
    throw new CommandError(
      `${missing.join('\n')}\nA server that is running reads its settings at its next start. See docs/whatsapp-cloud.md.`,
    );
  }
  return { token, businessId, apiRoot };
}

/** @throws CommandError where Meta cannot be asked. */
async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error: unknown): unknown {
  if (error instanceof GraphError) return new CommandError(problemText(error));
  const code = networkCode(error) ?? (isUnanswered(error) ? 'no answer' : undefined);
  return code === undefined ? error : new CommandError(`Meta cannot be reached (${code}). Try again later.`);
}

function isUnanswered(error: unknown): boolean {
  return error instanceof NoAnswer || (error instanceof Error && error.name === 'TimeoutError');
}

function problemText({ code, status, said }: GraphError): string {
  const where = code === null ? `HTTP ${status}` : `code ${code}`;
  if (code === 0 || code === 190)
    return `Meta refuses the access token (${where}). Set WHATSAPP_CLOUD_TOKEN to a new one.`;
  if (code === 33) return 'Meta knows no such account. Look at WHATSAPP_CLOUD_BUSINESS_ID.';
  if (code === 10 || (code !== null && code >= 200 && code < 300))
    return `The access token may not do this (${where}). It needs the permission whatsapp_business_management.`;
  return `Meta refuses it (${where})${said === null ? '.' : `: ${said}`}`;
}

/* ── what became of each ── */

interface Result {
  readonly draft: TemplateDraft;
  /** What is printed behind its name. */
  readonly says: string;
  readonly isMissing: boolean;
}

function asItIs({ draft, atMeta }: Compared): Result {
  if (atMeta === null) return { draft, says: 'missing', isMissing: true };
  const why = atMeta.reason === null ? '' : `: ${atMeta.reason}`;
  const differs = atMeta.body !== null && atMeta.body !== draft.body ? ' (with other words than here)' : '';
  return { draft, says: `${atMeta.status}${why}${differs}`, isMissing: false };
}

/** One after another, so that it can be told which was refused. */
async function submitMissing(
  { database, now }: CommandContext,
  account: Account,
  compared: readonly Compared[],
): Promise<Result[]> {
  const meta = templatesAtMeta(account);
  const results: Result[] = [];
  for (const each of compared) {
    if (each.atMeta !== null) results.push(asItIs(each));
    else results.push(await submitOne(each.draft));
  }
  return results;

  async function submitOne(draft: TemplateDraft): Promise<Result> {
    const { name, language } = draft;
    try {
      const status = await meta.submit(draft);
      await keepTemplates(database, [{ name, language, status, reason: null }], now());
      return { draft, says: `submitted: ${status}`, isMissing: false };
    } catch (error) {
      if (!(error instanceof GraphError)) throw asProblem(error);
      return { draft, says: `not taken. ${problemText(error)}`, isMissing: true };
    }
  }
}

function report(results: readonly Result[], { languages }: Copy): string {
  const width = Math.max(...results.map(({ draft }) => draft.name.length));
  const lines = results.map(
    ({ draft, says }) =>
      `${draft.name.padEnd(width)}  ${draft.language}  ${draft.category.padEnd(9)}  ${says}`,
  );
  const missing = results.filter(({ isMissing }) => isMissing).length;
  const advice =
    missing === 0
      ? []
      : [
          '',
          `${missing} of ${results.length} (in ${languages.join(' and ')}) are missing. Add --submit to hand them in.`,
        ];
  return [...lines, ...advice].join('\n');
}
