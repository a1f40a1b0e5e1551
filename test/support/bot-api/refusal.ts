/** What the Bot API answers when it does not do what was asked: `{ ok: false, error_code, description, parameters }`. */
export interface RefusalParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly description: string,
    readonly parameters?: RefusalParameters,
  ) {
    super(description);
  }
}

export function badRequest(what: string): Refusal {
  return new Refusal(400, `Bad Request: ${what}`);
}
