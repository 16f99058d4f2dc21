import { parse } from 'csv-parse/sync';

const CANDIDATES = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];
const SAMPLE_ROWS = 100;

/**
 * The delimiter that cuts the most rows into as many cells as the heading, and the heading into the most.
 * csv-parse's own discovery throws on every letter beyond ASCII.
 */
export function delimiterOf(sample: string): Delimiter {
  const scores = CANDIDATES.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }));
  return scores.reduce((best, other) => (other.score > best.score ? other : best)).delimiter;
}

function scoreOf(sample: string, delimiter: Delimiter): number {
  const rows = parse(sample, {
    delimiter,
    to: SAMPLE_ROWS,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // The sample may end within a quoted cell.
    skip_records_with_error: true,
  });
  const columns = rows[0]?.length ?? 0;
  const alike = rows.filter((row) => row.length === columns).length;
  return rows.length === 0 ? 0 : (alike / rows.length) * (columns - 1);
}
