import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InMemoryEventStore } from '../in-memory/in-memory-event-store.js';
import type { EventStore } from '../store/event-store.js';
import { textsOf } from '../testing/new-notes.js';
import { causeOf, NoteIsTooLong, notebook, noteOf } from '../testing/notebook.js';
import { DecisionRunner } from './decision-runner.js';

let store: EventStore;
let runner: DecisionRunner;
const note = (words: readonly string[], commandId: string, through = runner) =>
  through.run(notebook, 'card-1', words, causeOf(commandId));
const stored = async () => textsOf(await store.readAll({ limit: 1000 }));

beforeEach(() => {
  store = new InMemoryEventStore();
  runner = new DecisionRunner(store);
});

describe('a command', () => {
  test('appends what was decided and answers with it, the state after it and where it stands', async () => {
    await note(['a'], 'c1');
    const position = (await store.head()) + 2n;
    expect(await note(['a', 'b', 'c'], 'c2')).toEqual({
      events: [noteOf('b'), noteOf('c')],
      state: ['a', 'b', 'c'],
      revision: 2,
      position,
      repeated: false,
    });
    expect(await stored()).toEqual(['a', 'b', 'c']);
  });

  test('R20: says on every event who asked, when, from which client, why and of what version it is', async () => {
    const cause = { ...causeOf('c1'), client: 'web/0.1.0', traceparent: '00-1-2-01' };
    await runner.run(notebook, 'card-1', ['a'], cause);
    const { correlationId, causationId, ...rest } = cause;
    const metadata = { ...rest, $correlationId: correlationId, $causationId: causationId, schema: 'NoteAdded@2' };
    expect(await store.readAll({ limit: 10 })).toMatchObject([{ metadata }]);
  });

  test('appends nothing where it is already so', async () => {
    await note(['a'], 'c1');
    expect(await note(['a'], 'c2')).toEqual({ events: [], state: ['a'], revision: 0, repeated: false });
    expect(await runner.run(notebook, 'card-2', [], causeOf('c3'))).toMatchObject({ revision: 'no-stream' });
    expect(await stored()).toEqual(['a']);
  });

  test('appends nothing where it is refused', async () => {
    await expect(note(['a', 'too long'], 'c1')).rejects.toThrow(NoteIsTooLong);
    expect(await stored()).toEqual([]);
  });

  test('gives every event an id of its own, also where it goes through several streams', async () => {
    await runner.run(notebook, 'card-1', ['a', 'b'], causeOf('c1'));
    await runner.run(notebook, 'card-2', ['a', 'b'], causeOf('c1'));
    expect(new Set((await store.readAll({ limit: 10 })).map(({ id }) => id)).size).toBe(4);
  });
});

describe('a repeated command', () => {
  test('answers as the first time, whatever has happened since, and appends nothing', async () => {
    const first = await note(['a', 'b'], 'c1');
    await note(['c'], 'c2');
    const again = await note(['a', 'b'], 'c1');
    expect(again).toMatchObject({ ...first, repeated: true });
    expect(again.state).toEqual(['a', 'b']);
    expect(await stored()).toEqual(['a', 'b', 'c']);
  });

  test('answers as the first time while the first is under way', async () => {
    const [first, second] = await Promise.all([note(['a'], 'c1'), note(['a'], 'c1')]);
    expect([second.revision, second.position]).toEqual([first.revision, first.position]);
    expect(await stored()).toEqual(['a']);
  });

  test('is harmless wherever it comes', async () => {
    const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
    const commands = fc.array(fc.record({ words, repeats: fc.nat({ max: 2 }) }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(commands, async (wanted) => {
        const [once, often] = [new InMemoryEventStore(), new InMemoryEventStore()];
        for (const [index, command] of wanted.entries()) {
          const commandId = `c${index}`;
          await note(command.words, commandId, new DecisionRunner(once));
          for (let time = 0; time <= command.repeats; time++) {
            await note(command.words, commandId, new DecisionRunner(often));
          }
        }
        const [left, right] = await Promise.all([once.readAll({ limit: 99 }), often.readAll({ limit: 99 })]);
        expect(textsOf(right)).toEqual(textsOf(left));
        expect(right.map(({ metadata }) => metadata)).toEqual(left.map(({ metadata }) => metadata));
      }),
    );
  });
});
