import { randomUUID } from 'node:crypto';
import { RevisionConflict } from '../store/event-store.errors.js';
import type { Append } from './append-requests.js';
import type { Appender } from './appender.js';
import type { Connection } from './connection.js';
import { AppendUnanswered, BadAnswer, named } from './server-errors.js';
import type { ServerLog } from './server-log.js';
import type { ServerSettings } from './server-settings.js';
import { PROBE_STREAM } from './stream-names.js';

/** The server cannot keep the promises of the log; starting on it would break them one day. */
export class ServerUnfit extends Error {
  override readonly name = 'ServerUnfit';
  constructor(
    readonly lacks: 'batch-append' | 'revision-check',
    readonly version: string,
  ) {
    super(`the event store (version ${version}) is of no use: it lacks ${lacks}`);
  }
}

export interface ProbeParts {
  readonly connection: Connection;
  readonly settings: ServerSettings;
  readonly appender: Appender;
  readonly log: ServerLog;
}

/** @throws ServerUnfit, StoreUnavailable */
export async function proveServer({ connection, settings, appender, log }: ProbeParts): Promise<void> {
  const facts = await connection.facts().catch((error: unknown) => {
    throw named(error);
  });
  if (!facts.hasBatchAppend) throw new ServerUnfit('batch-append', facts.version);
  // Also shows that the account may read the whole log, and that the server filters it.
  const head = await log.head();
  if (!(await refusesWrongRevision(appender))) throw new ServerUnfit('revision-check', facts.version);
  const capabilities = ['batch-append', 'filtered-reads', 'revision-check'];
  settings.report({ version: facts.version, capabilities, head: String(head) }, 'the event store answers');
}

/** Twice to a stream that must not exist, with ids of their own: at the latest the second is wrong. */
async function refusesWrongRevision(appender: Appender): Promise<boolean> {
  for (let tries = 0; tries < 2; tries++) {
    try {
      await appender.append(probeAppend());
    } catch (error) {
      if (error instanceof RevisionConflict) return true;
      // Stored, at a revision that was not asked for.
      if (error instanceof AppendUnanswered && error.cause instanceof BadAnswer) return false;
      throw error instanceof AppendUnanswered ? named(error.cause) : error;
    }
  }
  return false;
}

const probeAppend = (): Append => ({
  streamId: PROBE_STREAM,
  events: [{ id: randomUUID(), type: 'StartProbed', data: '{}', metadata: '{}' }],
  expected: 'no-stream',
});
