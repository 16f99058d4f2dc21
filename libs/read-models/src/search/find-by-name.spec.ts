import { describe, expect, test } from '@jest/globals';
import type { AterkomEvent } from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import { InMemoryProjectionStore } from '../in-memory/in-memory-projection-store.js';
import { InMemoryReadStore } from '../in-memory/in-memory-read-store.js';
import { InMemoryViews } from '../in-memory/in-memory-views.js';
import { runGroup } from '../testing/run-group.js';
import { logOf, write, written, type Written } from '../testing/written-log.js';
import { cardNames } from './card-names.projection.js';
import { findByName } from './find-by-name.js';

const AT = '2026-11-23T09:00:00.000Z';

const imported = (name: string): AterkomEvent => ({
  type: 'CardImported',
  data: { workplace: { name }, numbers: [], source: { kind: 'by-hand' }, importedAt: AT },
});

const card = (cardId: string, name: string): Written[] => written(cardStream(cardId), imported(name));

const NAMES = {
  a: 'Södra Ängens skola',
  b: 'Sodra Kvarn AB',
  c: 'Kvarnens Bageri i Ängelholm',
  d: 'Ängens Bageri & Café',
};

/** Finds over these cards and what was written after them. */
async function finding(
  later: readonly Written[] = [],
): Promise<(typed: string, limit?: number) => Promise<readonly string[]>> {
  const log = await logOf(Object.entries(NAMES).flatMap(([id, name]) => card(id, name)));
  const memory = new InMemoryViews();
  const reader = new InMemoryReadStore(memory);
  const group = runGroup({ log, reader, writer: new InMemoryProjectionStore(memory), projections: [cardNames] });
  await write(log, later);
  await group.caughtUp();
  await group.stop();
  return async (typed, limit = 10) => (await findByName(reader, typed, limit)).toSorted();
}

describe('a search by name', () => {
  test('finds by the beginning of any word', async () => {
    const find = await finding();
    expect(await find('kvarn')).toEqual(['b', 'c']);
    expect(await find('BAGERI')).toEqual(['c', 'd']);
  });

  test('keeps å, ä and ö apart from a and o', async () => {
    const find = await finding();
    expect(await find('södra')).toEqual(['a']);
    expect(await find('sodra')).toEqual(['b']);
    expect(await find('ang')).toEqual([]);
    expect(await find('äng')).toEqual(['a', 'c', 'd']);
  });

  test('finds words in a row, the last of them not yet whole', async () => {
    expect(await (await finding())('ängens sk')).toEqual(['a']);
  });

  test('finds words that do not stand in a row, in any order', async () => {
    const find = await finding();
    expect(await find('ängelholm kvarnens')).toEqual(['c']);
    expect(await find('skola södra')).toEqual(['a']);
    expect(await find('skola kvarn')).toEqual([]);
  });

  test('reads what is typed as names are read', async () => {
    const find = await finding();
    expect(await find('bageri & cafe')).toEqual(['d']);
    expect(await find('  "?  ')).toEqual([]);
    expect(await find('')).toEqual([]);
  });

  test('tells each card once, and no more than asked for', async () => {
    const find = await finding(card('e', 'Åkes åkeri i Åkersberga'));
    expect(await find('åke')).toEqual(['e']);
    expect(await find('äng', 2)).toHaveLength(2);
  });

  test('finds a rare word beside one that very many names hold', async () => {
    const many = Array.from({ length: 2001 }, (_, number) => card(`m${number}`, `Bageri nummer ${number}`)).flat();
    const find = await finding([...many, ...card('e', 'Bageri på Öland')]);
    expect(await find('öland bageri')).toEqual(['e']);
  });

  test('knows a workplace by its newest name alone', async () => {
    const workplace = { name: 'Norra skolan' };
    const corrected: AterkomEvent = {
      type: 'WorkplaceCorrected',
      data: { workplace, correctedBy: 'ann', correctedAt: AT },
    };
    const find = await finding(written(cardStream('a'), corrected));
    expect(await find('norra')).toEqual(['a']);
    expect(await find('södra')).toEqual([]);
  });
});
