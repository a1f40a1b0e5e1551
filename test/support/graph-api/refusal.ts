/** What Graph answers when it does not do what was asked: `{ error: { message, type, code, … } }`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    readonly code: number,
    readonly title: string,
    readonly subcode?: number,
    /** What Meta means for whoever uses the app. */
    readonly said?: { readonly title: string; readonly message: string },
  ) {
    super(title);
  }
}

/** "One or more parameter values are invalid." */
export function invalid(what: string): Refusal {
  return new Refusal(400, 131009, `Parameter value is not valid: ${what}`);
}

/** "The request is missing a required parameter." */
export function missing(what: string): Refusal {
  return new Refusal(400, 131008, `Required parameter is missing: ${what}`);
}
