/** The samples that there are, and what anybody has done with them since. */
import type { SamplesView, TouchedSample } from '../../src/chat/facts.ts';
import type { Result, Statement } from '../database.ts';

/** A sample is real to whoever ordered, counted, asked or wished for it; the opening stock of the seed is not. */
const TOUCHED = `
  SELECT p.id, p.slug, p.removed_at IS NOT NULL AS off,
    (SELECT json_group_array(DISTINCT o.code) FROM order_lines l
      JOIN fulfilments f ON f.id = l.fulfilment_id JOIN orders o ON o.id = f.order_id
      WHERE l.product_id = p.id) AS orders,
    (SELECT count(*) FROM movements m JOIN variants v ON v.id = m.variant_id
      WHERE v.product_id = p.id AND (m.actor IS NOT NULL OR m.order_id IS NOT NULL)) AS movements,
    (SELECT count(*) FROM questions q WHERE q.product_id = p.id) AS questions,
    (SELECT count(*) FROM interests i JOIN variants v ON v.id = i.variant_id WHERE v.product_id = p.id) AS wishes
  FROM products p WHERE p.sample = 1 ORDER BY p.shelf_number`;

/** Units of samples that nothing is of any more once the untouched ones are gone, and that nobody works for. */
const UNITS = `
  SELECT u.id, u.slug FROM units u WHERE u.sample = 1
    AND NOT EXISTS (SELECT 1 FROM roles r WHERE r.unit_id = u.id)
    AND NOT EXISTS (SELECT 1 FROM invitations i JOIN acceptances a ON a.invitation_id = i.id WHERE i.unit_id = u.id)
    AND NOT EXISTS (SELECT 1 FROM fulfilments f WHERE f.unit_id = u.id)
    AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.unit_id = u.id)
    AND NOT EXISTS (SELECT 1 FROM questions q WHERE q.unit_id = u.id)`;

const PLACES = `
  SELECT p.id FROM places p WHERE p.sample = 1
    AND NOT EXISTS (SELECT 1 FROM stands s WHERE s.place_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM fulfilments f WHERE f.place_id = p.id)`;

const PRODUCTS = 'SELECT id, unit_id, place_id, photo FROM products';

export const SAMPLE_STATEMENTS: readonly Statement[] = [TOUCHED, UNITS, PLACES, PRODUCTS].map((sql) => ({
  sql,
  args: [],
}));

export function readSamples([touched, units, places, products]: readonly Result[]): SamplesView {
  const all = rowsOf(touched).map(
    (row): TouchedSample => ({
      id: Number(row.id),
      slug: String(row.slug),
      isOff: Number(row.off) === 1,
      orders: JSON.parse(String(row.orders)) as string[],
      movements: Number(row.movements),
      questions: Number(row.questions),
      wishes: Number(row.wishes),
    }),
  );
  const isTouched = (each: TouchedSample) =>
    each.orders.length > 0 || each.movements > 0 || each.questions > 0 || each.wishes > 0;
  const going = all.filter((each) => !isTouched(each)).map(({ id }) => id);
  const rows = rowsOf(products);
  const staying = rows.filter((row) => !going.includes(Number(row.id)));
  const free = (result: Result | undefined, column: string) =>
    rowsOf(result)
      .map(({ id }) => Number(id))
      .filter((id) => !staying.some((row) => Number(row[column]) === id));
  const photos = rows.filter((row) => going.includes(Number(row.id)) && row.photo !== null);
  const shown = new Set(staying.map((row) => row.photo));
  return {
    touched: all.filter(isTouched),
    removable: {
      products: going,
      units: free(units, 'unit_id'),
      places: free(places, 'place_id'),
      media: [...new Set(photos.map((row) => String(row.photo)))].filter((hash) => !shown.has(hash)),
    },
  };
}

function rowsOf(result: Result | undefined): Record<string, unknown>[] {
  return (result?.rows ?? []).map((row) => ({ ...row }));
}
