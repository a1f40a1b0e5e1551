/**
 * The templates at Meta: handing them in, and asking what became of them
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management.md). An account
 * may hand in 100 an hour and have 250 of them
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates).
 */
import * as z from 'zod';
import { callGraph, type GraphAccess, NoAnswer } from './graph.ts';
import { OURS, submissionOf, type TemplateDraft } from './templates.ts';

export interface TemplateAtMeta {
  readonly name: string;
  readonly language: string;
  /** `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED` … */
  readonly status: string;
  /** Why it was rejected, in Meta's word. */
  readonly reason: string | null;
  /** Its words as Meta has them; null where it does not tell. */
  readonly body: string | null;
}

export interface TemplatesAtMeta {
  /** Those of ours. @throws GraphError, NoAnswer, and what `fetch` throws. */
  list(): Promise<TemplateAtMeta[]>;
  /** @returns the status that it has then. @throws GraphError with the reason in words, and the same. */
  submit(draft: TemplateDraft): Promise<string>;
}

export interface TemplatesOptions extends GraphAccess {
  /** The id of the WhatsApp Business account. */
  readonly businessId: string;
}

const component = z.looseObject({ type: z.string(), text: z.string().optional().catch(undefined) });

const page = z.looseObject({
  data: z.array(
    z.looseObject({
      name: z.string(),
      language: z.string(),
      status: z.string(),
      rejected_reason: z.string().nullish().catch(null),
      components: z.array(component).optional().catch(undefined),
    }),
  ),
  paging: z
    .looseObject({
      cursors: z.looseObject({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional()
    .catch(undefined),
});

const submitted = z.looseObject({ status: z.string() });

const PAGE_SIZE = 100;

export function templatesAtMeta(options: TemplatesOptions): TemplatesAtMeta {
  const path = `${options.businessId}/message_templates`;

  async function read(after: string | undefined): Promise<z.infer<typeof page>> {
    const query = new URLSearchParams({
      fields: 'name,language,status,rejected_reason,components',
      limit: String(PAGE_SIZE),
      ...(after === undefined ? {} : { after }),
    });
    const answer = page.safeParse(
      await callGraph(options, `${path}?${query}`, { method: 'GET', impersonal: true }),
    );
    if (!answer.success) throw new NoAnswer('Graph gives no list of templates.');
    return answer.data;
  }

  return {
    async list() {
      const found: TemplateAtMeta[] = [];
      let after: string | undefined;
      do {
        const { data, paging } = await read(after);
        found.push(...data.filter(({ name }) => name.startsWith(OURS)).map(atMeta));
        after = paging?.next === undefined ? undefined : paging.cursors?.after;
      } while (after !== undefined);
      return found;
    },
    async submit(draft) {
      const answer = submitted.safeParse(
        await callGraph(options, path, {
          method: 'POST',
          body: JSON.stringify(submissionOf(draft)),
          headers: { 'content-type': 'application/json' },
          impersonal: true,
        }),
      );
      if (!answer.success) throw new NoAnswer('Graph does not say what became of the template.');
      return answer.data.status;
    },
  };
}

function atMeta({
  name,
  language,
  status,
  rejected_reason: reason,
  components,
}: z.infer<typeof page>['data'][number]): TemplateAtMeta {
  return {
    name,
    language,
    status,
    reason: reason === undefined || reason === 'NONE' ? null : reason,
    body: components?.find(({ type }) => type.toUpperCase() === 'BODY')?.text ?? null,
  };
}
