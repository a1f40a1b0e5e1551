/** The colours of the stand's pages (`app.css`), for paper. */
export const INK = '#14231e';
export const SOFT = '#4d5f57';
export const LEAF = '#0d5a4a';
export const GOLD = '#f2b544';
export const ON_GOLD = '#33240a';
export const CLOTH = '#fdf3e1';
export const WOOD = '#eec79a';
export const SAMPLE = '#fdf0d2';
export const SAMPLE_INK = '#6f4a00';
export const CUT = '#9aa59f';
