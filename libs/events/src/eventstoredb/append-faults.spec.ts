import { describe, expect, test } from '@jest/globals';
import type { AppendFault } from '../../../../test/eventstoredb-protocol/faults.js';
import { APPEND_LIMIT_BYTES } from '../store/encoded-append.js';
import { DecisionRunner } from '../deciding/decision-runner.js';
import { newNote, newNotes, textsOf } from '../testing/new-notes.js';
import { causeOf, notebook } from '../testing/notebook.js';
import { serverUnderTest } from '../testing/server-under-test.js';

const under = serverUnderTest();
const stored = async (): Promise<string[]> => textsOf(await under.store.readAll({ limit: 100 }));
const outcomeOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

/** Somebody else's event, put into the stream behind the adapter's back. */
const rival = (): void => {
  const [data, metadata] = [newNote('rival'), { schema: 'NoteAdded@1' }].map((json) =>
    Buffer.from(JSON.stringify(json)),
  );
  const event = { id: crypto.randomUUID(), type: 'NoteAdded', contentType: 'application/json' };
  under.test.server.log.append(
    'card-1',
    [{ ...event, data: data ?? Buffer.of(), metadata: metadata ?? Buffer.of() }],
    'any',
  );
};

describe('an append that is not answered', () => {
  test.each<AppendFault>(['drop-after', 'nonsense', 'time-out-after'])(
    'and was stored (%s) is found and answered as if nothing had been',
    async (fault) => {
      void under.test.server.faults.onNextAppend(fault);
      const appended = await under.store.append('card-1', newNotes('a', 'b'), 'no-stream');
      const last = (await under.store.readStream('card-1')).at(-1);
      expect(appended).toEqual({ revision: last?.revision, position: last?.position });
      expect(await stored()).toEqual(['a', 'b']);
    },
  );

  test.each([
    ['drop-before', 'unreachable'],
    ['time-out-before', 'timed-out'],
    ['not-leader', 'not-leader'],
  ] as const)('and was not stored (%s) is of unknown outcome, and may be sent again', async (fault, reason) => {
    void under.test.server.faults.onNextAppend(fault);
    const notes = newNotes('a');
    expect(await outcomeOf(under.store.append('card-1', notes, 'no-stream'))).toMatchObject({
      name: 'AppendOutcomeUnknown',
      streamId: 'card-1',
      cause: { name: 'StoreUnavailable', reason },
    });
    expect(await under.store.append('card-1', notes, 'no-stream')).toMatchObject({ revision: 0 });
    expect(await stored()).toEqual(['a']);
  });

  test('is a conflict where somebody else has gone on meanwhile', async () => {
    const met = under.test.server.faults.onNextAppend('drop-before').then(rival);
    const outcome = await outcomeOf(under.store.append('card-1', newNotes('a'), 'no-stream'));
    await met;
    expect(outcome).toMatchObject({ name: 'RevisionConflict', expected: 'no-stream', actual: 0 });
  });

  test('is of unknown outcome where the server cannot be asked either', async () => {
    const met = under.test.server.faults.onNextAppend('drop-after').then(() => under.test.server.stop());
    const outcome = await outcomeOf(under.store.append('card-1', newNotes('a'), 'no-stream'));
    await met;
    expect(outcome).toMatchObject({ name: 'AppendOutcomeUnknown', cause: { reason: 'unreachable' } });
  });

  test('in time is looked up, and its late answer harms nobody', async () => {
    const met = under.test.server.faults.onNextAppend('late');
    const appending = under.store.append('card-1', newNotes('a'), 'no-stream');
    await met;
    under.test.losePatience();
    expect(await appending).toMatchObject({ revision: 0 });
    under.test.server.faults.answerLate();
    expect(await under.store.append('card-1', newNotes('b'), 0)).toMatchObject({ revision: 1 });
  });
});

describe('a command', () => {
  test.each<AppendFault>([
    'drop-before',
    'drop-after',
    'twice',
    'nonsense',
    'not-leader',
    'time-out-before',
    'time-out-after',
  ])('is carried out once where its append meets %s', async (fault) => {
    void under.test.server.faults.onNextAppend(fault);
    const decided = await new DecisionRunner(under.store).run(
      notebook,
      'card-1',
      ['a', 'b'],
      causeOf(crypto.randomUUID()),
    );
    expect(decided.revision).toBe(1);
    expect(await stored()).toEqual(['a', 'b']);
  });
});

describe('an append that is refused', () => {
  test('because the server has too much to do says so, and nothing is stored', async () => {
    void under.test.server.faults.onNextAppend('overloaded');
    await expect(under.store.append('card-1', newNotes('a'), 'no-stream')).rejects.toMatchObject({
      name: 'StoreUnavailable',
      reason: 'overloaded',
    });
    expect(await stored()).toEqual([]);
  });

  test('for its size is not even sent; the server counts the types too', async () => {
    const { log } = under.test.server;
    const before = log.events.length;
    const bytesBesides = JSON.stringify(newNote('').event.data).length + JSON.stringify(newNote('').metadata).length;
    const note = newNote('x'.repeat(APPEND_LIMIT_BYTES - bytesBesides));
    await expect(under.store.append('card-1', [note], 'no-stream')).rejects.toMatchObject({ name: 'EventTooLarge' });
    expect(log.events).toHaveLength(before);
  });
});

describe('one caller’s failure', () => {
  test('fails no other append of the same call', async () => {
    const { faults } = under.test.server;
    await under.store.append('card-taken', newNotes('taken'), 'no-stream');
    const late = faults.onNextAppend('late');
    void faults.onNextAppend('overloaded');
    void faults.onNextAppend('twice');
    const outcomes = ['late', 'overloaded', 'twice', 'taken', 'ok-1', 'ok-2'].map((name) =>
      outcomeOf(under.store.append(`card-${name}`, newNotes(name), 'no-stream')),
    );
    await late;
    const answered = await Promise.all(outcomes.slice(1));
    expect(answered).toMatchObject([
      { reason: 'overloaded' },
      { revision: 0 },
      { name: 'RevisionConflict', actual: 0 },
      { revision: 0 },
      { revision: 0 },
    ]);
    under.test.losePatience();
    expect(await outcomes[0]).toMatchObject({ revision: 0 });
  });

  test('on a connection that is really gone is looked up for each, so that nobody is told wrongly', async () => {
    void under.test.server.faults.onNextAppend('drop-after');
    const names = Array.from({ length: 64 }, (_, n) => `card-${n}`);
    const outcomes = await Promise.all(
      names.map((name) => outcomeOf(under.store.append(name, newNotes(name), 'no-stream'))),
    );
    const there = await stored();
    for (const [n, name] of names.entries()) {
      const isStored = there.includes(name);
      expect(outcomes[n]).toMatchObject(isStored ? { revision: 0 } : { name: 'AppendOutcomeUnknown' });
    }
    expect(there).toContain('card-0');
  });

  test('a server that is gone and comes back is used again by the same store', async () => {
    const { server } = under.test;
    await under.store.append('card-1', newNotes('a'), 'no-stream');
    server.stop();
    expect(await outcomeOf(under.store.readStream('card-1'))).toMatchObject({ reason: 'unreachable' });
    expect(await outcomeOf(under.store.append('card-1', newNotes('b'), 0))).toMatchObject({
      name: 'AppendOutcomeUnknown',
    });
    await server.start();
    expect(await under.store.append('card-1', newNotes('c'), 0)).toMatchObject({ revision: 1 });
  });
});
