import { nameKey } from '#domain/shared/name-key';
import type { Workplace } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import { defineProjection, deriveView } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

/** The name of a workplace as it is searched for. */
export interface CardNameRow extends Row {
  readonly name: string;
}

/** The name from one of its words on: found by what one types of any word and those after it. */
export interface NamePhraseRow extends Row {
  readonly cardId: string;
  readonly phrase: string;
  readonly name: string;
}

const PREFIX_LENGTH = cardStream('').length;
/** Nobody types more of a name; bounds what a long one costs. */
const LONGEST_PHRASE = 60;
export const MOST_WORDS = 12;

const phrasesOf = (name: string): string[] => {
  const words = name.split(' ').slice(0, MOST_WORDS);
  return words.map((_, from) => words.slice(from).join(' ').slice(0, LONGEST_PHRASE));
};

export const namePhrases = deriveView<CardNameRow, NamePhraseRow>({
  name: 'name-phrases',
  projection: 'card-names',
  rowsOf: ({ key, name }) => phrasesOf(name).map((phrase, at) => ({ key: `${key}|${at}`, cardId: key, phrase, name })),
  indexes: [{ name: 'phrase', fields: ['phrase'] }],
  counts: [],
});

const named = (key: string, { name }: Workplace): CardNameRow => ({ key, name: nameKey(name) });

/** One row per card; read by its phrases. */
export const cardNames = defineProjection<CardNameRow>({
  name: 'card-names',
  version: 1, // raise it to rebuild beside the live one
  keysOf: ({ streamId }) => [streamId.slice(PREFIX_LENGTH)],
  indexes: [],
  counts: [],
  derived: [namePhrases],
  on: {
    CardImported: (_, { data }, key) => named(key, data.workplace),
    WorkplaceCorrected: (_, { data }, key) => named(key, data.workplace),
  },
});
