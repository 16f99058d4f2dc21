import { nameKey } from '#domain/shared/name-key';
import type { ReadStore } from '../store/read-store.js';
import { namePhrases, type NamePhraseRow } from './card-names.projection.js';

/** So many rows are looked at for words that do not follow each other in the name. */
const MOST_LOOKED_AT = 2000;
/** After every letter that a name can hold. */
const BEYOND_LETTERS = '\uffff';

/** Ids of cards with a word of the name that begins so, and the words after it; else with all of the words, in any order. */
export async function findByName(store: ReadStore, typed: string, limit: number): Promise<readonly string[]> {
  const name = nameKey(typed);
  if (name === '') return [];
  const words = name.split(' ');
  const inARow = await startingWith(store, name, limit * wordsOfOneName(words));
  const found = distinct(inARow, limit);
  if (found.length === limit || words.length === 1) return found;
  const rarest = words.reduce((longest, word) => (word.length > longest.length ? word : longest));
  const scattered = (await startingWith(store, rarest, MOST_LOOKED_AT)).filter((row) => holdsAll(row, words));
  return distinct([...inARow, ...scattered], limit);
}

async function startingWith(store: ReadStore, prefix: string, limit: number): Promise<readonly NamePhraseRow[]> {
  const range = { index: 'phrase', from: prefix, to: prefix + BEYOND_LETTERS };
  return (await store.seek(namePhrases, { ...range, limit })).rows;
}

/** One word may begin several words of a name; what is found twice is told once. */
const wordsOfOneName = (words: readonly string[]): number => (words.length === 1 ? 3 : 1);

const holdsAll = ({ name }: NamePhraseRow, words: readonly string[]): boolean => {
  const own = name.split(' ');
  return words.every((word) => own.some((one) => one.startsWith(word)));
};

const distinct = (rows: readonly NamePhraseRow[], limit: number): string[] =>
  [...new Set(rows.map(({ cardId }) => cardId))].slice(0, limit);
