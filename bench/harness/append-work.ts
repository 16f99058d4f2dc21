import { join } from 'node:path';
import type { NewEvent } from '#events/store/recorded-event';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import { RawLog, type RawRow } from './raw-log.js';
import { perSecond } from './rounds.js';
import type { RunFolder } from './run-folder.js';
import { idOf } from '../seed/names.js';
import { sampleAppends } from './sample-events.js';

export interface AppendWork {
  readonly writers: number;
  readonly appendsEach: number;
}

const streamOf = (writer: number): string => `card-${idOf('card', writer)}`;

/** Every writer appends to a stream of its own, one event at a time, as fast as it is answered. */
export async function throughStore(run: RunFolder, { writers, appendsEach }: AppendWork): Promise<number> {
  const store = new SqliteEventStore({ file: join(await run.fresh(), 'events.sqlite') });
  const work = Array.from({ length: writers }, (_, writer) => sampleAppends(streamOf(writer), appendsEach));
  try {
    return await perSecond(writers * appendsEach, async () => {
      await Promise.all(work.map((appends, writer) => writeAll(store, streamOf(writer), appends)));
    });
  } finally {
    await store.close();
  }
}

async function writeAll(
  store: SqliteEventStore,
  stream: string,
  appends: readonly (readonly NewEvent[])[],
): Promise<void> {
  for (const [index, events] of appends.entries()) {
    await store.append(stream, events, index === 0 ? 'no-stream' : index - 1);
  }
}

/** The same rows in the same groups: one of each writer shares a transaction. */
export async function throughRawTable(run: RunFolder, { writers, appendsEach }: AppendWork): Promise<number> {
  const log = new RawLog(await run.fresh());
  const streams = Array.from({ length: writers }, (_, writer) => rawRows(streamOf(writer), appendsEach));
  const groups = Array.from({ length: appendsEach }, (_, index) =>
    streams.flatMap((rows): RawRow[] => rows.slice(index, index + 1)),
  );
  try {
    return await perSecond(writers * appendsEach, () => {
      for (const group of groups) log.append(group);
      return Promise.resolve();
    });
  } finally {
    log.close();
  }
}

const rawRows = (stream: string, count: number): readonly RawRow[] =>
  sampleAppends(stream, count)
    .flat()
    .map((event, revision) => ({ stream, revision, event }));
