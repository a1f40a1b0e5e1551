import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A phone number of any country in E.164 form; a number without a country is Indonesian. null: not one. */
export function normalisePhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text.slice(0, 40), 'ID');
  return number?.isValid() ? number.number : null;
}

/** As people read it: `+62 812-3456-7890`. @param digits with the country code, without a plus. */
export function shownPhone(digits: string): string {
  return parsePhoneNumberFromString(`+${digits}`)?.formatInternational() ?? `+${digits}`;
}
