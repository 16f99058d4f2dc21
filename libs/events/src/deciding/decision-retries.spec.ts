import { beforeEach, describe, expect, test } from '@jest/globals';
import { InMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import { AppendOutcomeUnknown, RevisionConflict, StoreUnavailable } from '../store/event-store.errors.js';
import { withFailures, withRivals, type DisturbedStore } from '../testing/disturbed-store.js';
import { newNote, textsOf } from '../testing/new-notes.js';
import { causeOf, notebook } from '../testing/notebook.js';
import { DecisionRunner } from './decision-runner.js';

const rival = (attempt: number) => newNote(`rival ${attempt}`);
const lost = new AppendOutcomeUnknown('card-1');

let store: InMemoryEventStore;
const note = (words: readonly string[], commandId: string, { store: through }: Pick<DisturbedStore, 'store'>) =>
  new DecisionRunner(through).run(notebook, 'card-1', words, causeOf(commandId));
const stored = async () => textsOf(await store.readAll({ limit: 1000 }));

beforeEach(() => {
  store = new InMemoryEventStore();
});

describe('a command whose append meets a conflict', () => {
  test('is decided again on the newest state', async () => {
    const disturbed = withRivals(store, 1, rival);
    expect(await note(['rival 1', 'a'], 'c1', disturbed)).toMatchObject({ state: ['rival 1', 'a'], revision: 1 });
    expect(await stored()).toEqual(['rival 1', 'a']);
  });

  test('is tried five times, not more', async () => {
    const four = withRivals(store, 4, rival);
    expect(await note(['a'], 'c1', four)).toMatchObject({ revision: 4 });
    const five = withRivals(store, 5, rival);
    await expect(note(['b'], 'c2', five)).rejects.toThrow(RevisionConflict);
    expect([four.tries(), five.tries()]).toEqual([5, 5]);
    expect(await stored()).not.toContain('b');
  });

  test('is carried out beside four others on the same stream', async () => {
    const words = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(words.map((word) => note([word], word, { store })));
    expect((await stored()).sort()).toEqual(words);
  });
});

describe('a command whose answer is lost', () => {
  test('is not carried out twice where it had been stored', async () => {
    const disturbed = withFailures(store, { failures: 1, error: lost, isStored: true });
    expect(await note(['a', 'b'], 'c1', disturbed)).toMatchObject({ state: ['a', 'b'], revision: 1 });
    expect(await stored()).toEqual(['a', 'b']);
  });

  test('is carried out once where nothing had been stored', async () => {
    const disturbed = withFailures(store, { failures: 4, error: lost, isStored: false });
    expect(await note(['a'], 'c1', disturbed)).toMatchObject({ revision: 0, repeated: false });
    expect(await stored()).toEqual(['a']);
  });

  test('says after five tries that the outcome is unknown', async () => {
    const disturbed = withFailures(store, { failures: 9, error: lost, isStored: false });
    await expect(note(['a'], 'c1', disturbed)).rejects.toThrow(AppendOutcomeUnknown);
    expect(disturbed.tries()).toBe(5);
  });
});

test('a command whose append fails for another reason is not tried again', async () => {
  const error = new StoreUnavailable('disk-full', 'event log x: full');
  const disturbed = withFailures(store, { failures: 9, error, isStored: false });
  await expect(note(['a'], 'c1', disturbed)).rejects.toThrow(StoreUnavailable);
  expect(disturbed.tries()).toBe(1);
});
