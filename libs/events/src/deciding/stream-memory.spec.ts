import { beforeEach, describe, expect, test } from '@jest/globals';
import { InMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import { AppendOutcomeUnknown, StoreUnavailable } from '../store/event-store.errors.js';
import { withFailures, withRivals } from '../testing/disturbed-store.js';
import { newNote, textsOf } from '../testing/new-notes.js';
import { causeOf, NoteIsTooLong, notebook, noteOf } from '../testing/notebook.js';
import { DecisionRunner } from './decision-runner.js';

let log: InMemoryEventStore;
/** Two processes on one log. */
let [here, there]: readonly [DecisionRunner, DecisionRunner] = [] as never;
let streamsRead: () => number;

const note = (words: readonly string[], commandId: string, through = here) =>
  through.run(notebook, 'card-1', words, causeOf(commandId));
const stored = async () => textsOf(await log.readAll({ limit: 1000 }));

beforeEach(async () => {
  log = new InMemoryEventStore();
  const counted = withRivals(log, 0, () => newNote(''));
  ({ streamsRead } = counted);
  [here, there] = [new DecisionRunner(counted.store), new DecisionRunner(log)];
  await note(['a'], 'c1');
});

describe('a stream that this process saw last', () => {
  test('is not read again before an append', async () => {
    expect(await note(['b'], 'c2')).toMatchObject({ state: ['a', 'b'], revision: 1, repeated: false });
    expect(await note(['c'], 'c3')).toMatchObject({ state: ['a', 'b', 'c'], revision: 2 });
    expect(streamsRead()).toBe(1);
  });

  test('is remembered as it was loaded, too', async () => {
    await here.load(notebook, 'card-2');
    await here.run(notebook, 'card-2', ['z'], causeOf('c2'));
    expect(streamsRead()).toBe(2);
  });

  test('is another one under another decider', async () => {
    await here.run({ ...notebook, initial: ['b'] }, 'card-1', ['b', 'c'], causeOf('c2'));
    expect(await stored()).toEqual(['a', 'c']);
  });
});

describe('a stream that others have gone on with since', () => {
  beforeEach(async () => {
    await note(['b'], 'elsewhere', there);
  });

  test('is decided on as it stands', async () => {
    expect(await note(['b', 'c'], 'c2')).toMatchObject({ events: [noteOf('c')], state: ['a', 'b', 'c'], revision: 2 });
  });

  test('answers "already so" from the log', async () => {
    expect(await note(['a'], 'c2')).toEqual({ events: [], state: ['a', 'b'], revision: 1, repeated: false });
  });

  test('answers a command that was carried out elsewhere as the first time', async () => {
    expect(await note(['b'], 'elsewhere')).toMatchObject({ events: [noteOf('b')], revision: 1, repeated: true });
    expect(await stored()).toEqual(['a', 'b']);
  });

  test('refuses by the log alone', async () => {
    const full = { ...notebook, decide: mustHold('b') };
    await here.load(full, 'card-1');
    await note(['c'], 'elsewhere-2', there);
    const seen: (readonly string[])[] = [];
    const ask = (state: readonly string[]) => {
      seen.push(state);
      return ['too long'];
    };
    await expect(here.run(full, 'card-1', ask, causeOf('c2'))).rejects.toThrow(NoteIsTooLong);
    expect(seen).toEqual([
      ['a', 'b'],
      ['a', 'b', 'c'],
    ]);
  });
});

const mustHold = (word: string) => (words: readonly string[], noted: readonly string[]) => {
  if (!noted.includes(word)) throw new Error('seen too early');
  return notebook.decide(words, noted);
};

describe('a command that comes again', () => {
  test('answers as the first time, whoever remembers what', async () => {
    await note(['b'], 'c2');
    expect(await note(['b', 'c'], 'c1')).toMatchObject({ events: [noteOf('a')], state: ['a'], repeated: true });
    expect(await stored()).toEqual(['a', 'b']);
  });

  test('is a conflict where it is decided otherwise at the same time elsewhere', async () => {
    await there.load(notebook, 'card-1');
    await note(['mine'], 'c2');
    const theirs = await note(['theirs'], 'c2', there);
    expect(theirs).toMatchObject({ events: [noteOf('mine')], state: ['a', 'mine'], repeated: true });
    expect(await stored()).toEqual(['a', 'mine']);
  });
});

test('an append from memory whose answer is lost is looked up', async () => {
  const lost = new AppendOutcomeUnknown('card-1');
  const disturbed = withFailures(log, { failures: 1, error: lost, isStored: true });
  const runner = new DecisionRunner(disturbed.store);
  await runner.load(notebook, 'card-1');
  expect(await note(['b'], 'c2', runner)).toMatchObject({ state: ['a', 'b'], repeated: true });
  expect(await stored()).toEqual(['a', 'b']);
});

test('an append from memory that the store cannot take is not tried again', async () => {
  const error = new StoreUnavailable('disk-full', 'event log x: full');
  const disturbed = withFailures(log, { failures: 9, error, isStored: false });
  const runner = new DecisionRunner(disturbed.store);
  await runner.load(notebook, 'card-1');
  await expect(note(['b'], 'c2', runner)).rejects.toThrow(StoreUnavailable);
  expect(disturbed.tries()).toBe(1);
});
