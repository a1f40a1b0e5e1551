/** Takes as long for a wrong text as for the right one. Its length may show; the secret is random. */
export function sameText(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let index = 0; index < expected.length; index += 1) {
    difference |= expected.charCodeAt(index) ^ given.charCodeAt(index % Math.max(1, given.length));
  }
  return difference === 0 && expected.length > 0;
}
