import { MongoClient, type Document } from 'mongodb';

/** One command as it was sent, and what it cost. */
export interface Examined {
  readonly command: string;
  readonly returned: number;
  readonly documents: number;
}

const QUESTIONS = ['find', 'aggregate', 'count', 'distinct'];
/** The driver's own; an explanation takes none of them. */
const ENVELOPE = new Set(['lsid', '$db', '$clusterTime', '$readPreference', 'readConcern', 'txnNumber', 'apiVersion']);

/** Which versions are shown is asked now and then, whoever asks what: one document under its key. */
export const isQuestion = (command: Document): boolean =>
  QUESTIONS.some((name) => name in command) && command['find'] !== 'control';

/** Lets the server explain what was sent to it. */
export async function explained(url: string, commands: readonly Document[]): Promise<readonly Examined[]> {
  const client = new MongoClient(url);
  try {
    const examined: Examined[] = [];
    for (const command of commands) {
      const bare = Object.fromEntries(Object.entries(command).filter(([field]) => !ENVELOPE.has(field)));
      const answer = await client.db().command({ explain: bare, verbosity: 'executionStats' });
      examined.push({ command: JSON.stringify(bare), ...costIn(answer, bare) });
    }
    return examined;
  } finally {
    await client.close();
  }
}

function costIn(answer: Document, bare: Document): Omit<Examined, 'command'> {
  const stats = statsIn(answer);
  if (!stats) throw new Error(`the server explains nothing: ${JSON.stringify(answer)}`);
  const { nReturned, totalDocsExamined } = stats;
  // A pipeline that counts returns one document; up to its limit it may look at others.
  const limit = (bare['pipeline'] as readonly Document[] | undefined)?.find((stage) => '$limit' in stage)?.['$limit'];
  return { returned: Math.max(Number(nReturned), Number(limit ?? 0)), documents: Number(totalDocsExamined) };
}

/** Of a query they stand at the top, of a pipeline in its first stage. */
function statsIn(answer: unknown): Document | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('executionStats' in answer) return answer.executionStats as Document;
  for (const part of Object.values(answer)) {
    const stats = statsIn(part);
    if (stats) return stats;
  }
  return undefined;
}
