/** What can be had instead: "bisa 8 aja", "baru bisa tanggal 12", "8, tanggal 12". */
import { readAmount } from './amounts.ts';
import { readDay } from './days.ts';

const FEWER =
  /^(?:maaf[, ]+)?(?:kami |saya |kita |stoknya |barangnya )?(?:(?:hanya|cuma|cuman|baru|paling|tinggal)\s+(?:bisa(?:nya)?|ada|sanggup|\d|tanggal|tgl)|(?:bisa|ada|sanggup)(?:nya)?\s+(?:cuma |hanya |paling )?\d|(?:we )?(?:can only|only|just)\s)/i;

/** Whether staff say so of themselves. A question says nothing. */
export function saysFewer(text: string): boolean {
  return FEWER.test(text.trim()) && /\d/.test(text) && !text.includes('?');
}

/** Days as they are written, so that their numbers are no amounts. */
const DATES =
  /\b(?:tgl|tanggal|the)\s*\d{1,2}(?:\s+[a-z]{3,}(?:\s+\d{4})?)?|\b\d{1,2}\s*[/-]\s*\d{1,2}(?:[/-]\d{2,4})?|\b\d{1,2}\s+(?:jan|[fp]eb|mar|apr|mei|may|jun|jul|ag|aug|sep|o[kc]t|no[vp]|de[sc])[a-z]*(?:\s+\d{4})?|\b\d{4}-\d{2}-\d{2}\b/gi;

/** null where it names neither. A part that is left out is as it was. */
export function readProposal(
  text: string,
  today: string,
): { readonly qty: number | null; readonly day: string | null } | null {
  const withoutDates = text.replaceAll(DATES, ' ');
  const number = /-?\d[\d.,]*/.exec(withoutDates)?.[0];
  const qty = number === undefined ? readAmount(withoutDates.trim()) : Number(number.replaceAll(/[.,]/g, ''));
  const dates = text.match(DATES)?.join(' ') ?? withoutDates;
  const read = readDay(dates, today);
  const day = read === 'now' ? today : read;
  return qty === null && day === null ? null : { qty, day };
}
