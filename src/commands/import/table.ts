/** A table as Excel and its like save it: rows with the lines that they stand on, and cells by the name of their column. */
import { CsvError, parse } from 'csv-parse/sync';
import { ATTRIBUTES } from '../../shop/catalogue.ts';

/** The languages that a file has columns for. */
export const LANGUAGES = ['id', 'en'] as const;

const OF_PRODUCT = [
  'slug',
  'unit',
  'kind',
  'place',
  'shelf_number',
  'mode',
  'name_id',
  'name_en',
  'aliases',
  'story_id',
  'story_en',
  'sale_unit_id',
  'sale_unit_en',
  'lead_time_days',
  'max_per_order',
  'photo',
] as const;
export const OF_VARIANT = ['variant_id', 'variant_en', 'variant_aliases', 'price'] as const;

export const COLUMNS: readonly string[] = [
  ...OF_PRODUCT,
  ...OF_VARIANT,
  ...ATTRIBUTES.flatMap((attribute) => LANGUAGES.map((language) => `${attribute}_${language}`)),
];

export interface Row {
  /** Where it begins, counted from one as editors do. */
  readonly line: number;
  /** Empty cells are left out. */
  readonly cells: ReadonlyMap<string, string>;
}

export interface Problem {
  readonly line: number;
  readonly column: string | null;
  readonly says: string;
}

export interface Table {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Never throws: what cannot be read is a problem with its line. */
export function readTable(text: string): Table {
  // Within quotes, too: lines are counted by them.
  const content = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  try {
    const records = parse(content, {
      delimiter: delimiterOf(content),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly Parsed[];
    return rowsOf(records, content);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as { lines?: number }).lines ?? 1);
    return {
      rows: [],
      problems: [{ line, column: null, says: `The table cannot be read: ${error.message}` }],
    };
  }
}

/** Where a comma is a decimal point, Excel writes semicolons. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n').filter((line) => line.trim() !== '');
  const counts = [',', ';', '\t'].map((mark): [string, number] => [mark, head.split(mark).length]);
  return counts.reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

function rowsOf([head, ...records]: readonly Parsed[], content: string): Table {
  if (!head) return { rows: [], problems: [{ line: 1, column: null, says: 'The file is empty.' }] };
  const names = head.record.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const problems: Problem[] = headProblems(names, head.info.lines);
  const lines = content.split('\n');
  let from = head.info.lines;
  const rows = records.flatMap(({ record, info }): Row[] => {
    const line = firstWritten(lines, from) + 1;
    from = info.lines;
    const cells = new Map<string, string>();
    for (const [index, cell] of record.entries()) {
      const name = names[index];
      const value = cell.trim();
      if (value === '') continue;
      if (name === undefined || name === '')
        problems.push({ line, column: null, says: `“${value}” stands outside of the columns.` });
      else cells.set(name, value);
    }
    return cells.size > 0 ? [{ line, cells }] : [];
  });
  return { rows, problems };
}

/** The first line from there on that is not empty. */
function firstWritten(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, index) => index >= from && line.trim() !== '');
  return found < 0 ? from : found;
}

function headProblems(names: readonly string[], line: number): Problem[] {
  const unknown = names.filter((name) => name !== '' && !COLUMNS.includes(name));
  const twice = names.filter((name, index) => name !== '' && names.indexOf(name) !== index);
  return [
    ...unknown.map((name) => ({
      line,
      column: name,
      says: 'There is no such column. gerai import --template prints those that there are.',
    })),
    ...twice.map((name) => ({ line, column: name, says: 'The column is there twice.' })),
    ...(names.includes('name_id') || names.includes('slug')
      ? []
      : [
          {
            line,
            column: null,
            says: 'There is no column name_id: the first line of the file names the columns.',
          },
        ]),
  ];
}

/** Excel saves in UTF-8 or in the old way of Windows. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
