/** The tables that a run prints, in markdown. */
export interface Goal {
  readonly what: string;
  readonly goal: string;
  readonly result: string;
  /** null: there is nothing to compare with. */
  readonly met: boolean | null;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}

export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ what, goal, result, met }) => [
    what,
    goal,
    result,
    met === null ? '–' : met ? 'yes' : 'no',
  ]);
  return table(['what', 'goal', 'result', 'met'], rows);
}
