import { nameKey } from '#domain/shared/name-key';
import type { Range, ReadStore } from '../store/read-store.js';
import { MOST_WORDS, namePhrases, type NamePhraseRow } from './card-names.projection.js';

/** So many rows are looked at for words that do not follow each other; among more of the rarest word some are missed. */
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
  const rarest = await rarestOf(store, words);
  const scattered = (await startingWith(store, rarest, MOST_LOOKED_AT)).filter((row) => holdsAll(row, words));
  return distinct([...inARow, ...scattered], limit);
}

const rangeOf = (prefix: string): Range<NamePhraseRow> => ({
  index: 'phrase',
  from: prefix,
  to: prefix + BEYOND_LETTERS,
});

async function startingWith(store: ReadStore, prefix: string, limit: number): Promise<readonly NamePhraseRow[]> {
  return (await store.seek(namePhrases, { ...rangeOf(prefix), limit })).rows;
}

/** The word that the fewest names hold. */
async function rarestOf(store: ReadStore, words: readonly string[]): Promise<string> {
  const counted = await Promise.all(
    words.slice(0, MOST_WORDS).map(async (word) => ({
      word,
      names: await store.countUpTo(namePhrases, rangeOf(word), MOST_LOOKED_AT),
    })),
  );
  return counted.reduce((rarest, one) => (one.names < rarest.names ? one : rarest)).word;
}

/** One word may begin several words of a name; what is found twice is told once. */
const wordsOfOneName = (words: readonly string[]): number => (words.length === 1 ? 3 : 1);

const holdsAll = ({ name }: NamePhraseRow, words: readonly string[]): boolean => {
  const own = name.split(' ');
  return words.every((word) => own.some((one) => one.startsWith(word)));
};

const distinct = (rows: readonly NamePhraseRow[], limit: number): string[] =>
  [...new Set(rows.map(({ cardId }) => cardId))].slice(0, limit);
