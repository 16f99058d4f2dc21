import { describe, expect, test } from '@jest/globals';
import { startScript, type ChildScript } from '../../../../test/support/child-script.js';
import { insist } from '../testing/insist.js';
import { idsOf, newNote } from '../testing/new-notes.js';
import { temporaryLogs } from '../testing/temporary-logs.js';

const { newFile, onEnd, opened } = temporaryLogs();

const started = (script: string, ...args: readonly string[]): ChildScript =>
  onEnd(startScript(new URL(`../testing/processes/${script}`, import.meta.url), ...args), async (child) => {
    child.process.kill('SIGKILL');
    await child.ended;
  });

async function take(lines: AsyncIterator<string>, count: number): Promise<string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const line = await lines.next();
    if (line.done) break;
    taken.push(line.value);
  }
  return taken;
}

const rest = (lines: AsyncIterator<string>): Promise<string[]> => take(lines, Number.POSITIVE_INFINITY);

describe('one log and two processes', () => {
  test('one follows what the other writes, without gap or repeat', async () => {
    const file = newFile();
    const store = opened({ file });
    await store.append('card-early', [newNote(), newNote()], 'no-stream');
    const follower = started('follow.ts', file, '302');
    expect(await take(follower.lines, 3)).toHaveLength(3);
    for (let n = 0; n < 30; n++) {
      const streams = Array.from({ length: 10 }, (_, m) => `card-${n}-${m}`);
      await Promise.all(streams.map((stream) => store.append(stream, [newNote()], 'no-stream')));
    }
    const followed = await rest(follower.lines);
    expect(await follower.ended).toBe(0);
    const all = await store.readAll({ beyond: 2n, limit: 1000 });
    expect(followed).toEqual(idsOf(all));
  });

  test('both write, to streams of their own and to one they share, and nothing is lost or doubled', async () => {
    const file = newFile();
    const store = opened({ file });
    const other = started('append.ts', file, '50', 'card-shared', 'card-theirs-1', 'card-theirs-2');
    const theirs = await take(other.lines, 1);
    const ours = Array.from({ length: 50 }, () => newNote());
    for (const note of ours) {
      await Promise.all([insist(store, 'card-shared', note), insist(store, 'card-ours', newNote())]);
    }
    theirs.push(...(await rest(other.lines)));
    expect(await other.ended).toBe(0);
    const shared = await store.readStream('card-shared');
    expect(shared.map(({ revision }) => revision)).toEqual(Array.from({ length: 100 }, (_, revision) => revision));
    const all = await store.readAll({ limit: 1000 });
    expect(all).toHaveLength(250);
    expect(idsOf(all)).toEqual(expect.arrayContaining([...theirs, ...idsOf(ours)]));
    expect(new Set(idsOf(all)).size).toBe(250);
  });

  test('a writer that is killed loses nothing that it had acknowledged', async () => {
    const file = newFile();
    const streams = Array.from({ length: 20 }, (_, n) => `card-${n}`);
    const writer = started('append.ts', file, '1000000', ...streams);
    const acknowledged = await take(writer.lines, 400);
    writer.process.kill('SIGKILL');
    acknowledged.push(...(await rest(writer.lines)));
    expect(await writer.ended).toBeNull();
    const store = opened({ file });
    const all = await store.readAll({ limit: 100_000 });
    expect(idsOf(all)).toEqual(expect.arrayContaining(acknowledged.filter((line) => line.length === 36)));
    for (const stream of streams) {
      const revisions = all.filter(({ streamId }) => streamId === stream).map(({ revision }) => revision);
      expect(revisions).toEqual(revisions.map((_, revision) => revision));
    }
    await insist(store, 'card-0', newNote());
  });
});
