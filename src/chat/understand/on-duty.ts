/** What staff write at the start of a shift, and nothing else: "hadir", "pagi, saya masuk", "here". */
import { cueText } from './words/index.ts';

const GREETING =
  "(?:(?:selamat )?(?:pagi|siang|sore|malam)|ass?alamu'?alaikum|halo|hai|hi|hello|good (?:morning|afternoon|evening))";
const TO_SOMEBODY = '(?:bu|pak|bapak|ibu|kak|min|admin|ya|semua|all|everyone)';

const ON_DUTY = new RegExp(
  `^(?:${GREETING}(?: ${TO_SOMEBODY})?[\\s,.!]+)?(?:${cueText('onDuty')})(?:[\\s,]+${TO_SOMEBODY})?[.!\\s]*$`,
);

export function saysOnDuty(text: string): boolean {
  return ON_DUTY.test(text.trim().toLowerCase());
}
