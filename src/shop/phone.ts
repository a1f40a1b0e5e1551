import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number of any country in E.164 form; a number without a country is Indonesian. null: not one. */
export function normalisePhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text.slice(0, 40), 'ID');
  return number?.isValid() ? number.number : null;
}
