import { plainTable } from './plain-table.js';

/** One number twice: as the engine reports it and as it was counted from the file. */
export interface Figure {
  readonly name: string;
  readonly engine: number;
  readonly truth: number;
}

export const differs = ({ engine, truth }: Figure): boolean => engine !== truth;

/** Every key of either side; what one side does not know is 0 there. */
export function figuresByKey(
  nameOf: (key: string) => string,
  engine: ReadonlyMap<string, number>,
  truth: ReadonlyMap<string, number>,
): readonly Figure[] {
  const keys = new Set([...truth.keys(), ...engine.keys()]);
  return [...keys].map((key) => ({ name: nameOf(key), engine: engine.get(key) ?? 0, truth: truth.get(key) ?? 0 }));
}

const BY_NUMBER = new Intl.Collator('en', { numeric: true });

export const inOrder = (figures: readonly Figure[]): readonly Figure[] =>
  figures.toSorted((a, b) => BY_NUMBER.compare(a.name, b.name));

/** Where the rows are too many to read, one row that counts them and those that differ stand for all. */
export function summarised(name: string, figures: readonly Figure[]): readonly Figure[] {
  const different = figures.filter(differs);
  return [{ name, engine: figures.length - different.length, truth: figures.length }, ...different];
}

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    String(figure.engine),
    String(figure.truth),
    differs(figure) ? 'differs' : '=',
  ]);
  return plainTable(['figure', 'engine', 'truth', ''], rows);
}
