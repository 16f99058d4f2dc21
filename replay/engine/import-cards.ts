import { setTimeout as sleep } from 'node:timers/promises';
import { FormData } from 'undici';
import type { ApiClient } from './api-client.js';
import type { OpenedRound } from './open-round.js';

const ASK_AGAIN_MS = 250;

interface ImportState {
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
}

export class ImportIncomplete extends Error {
  override readonly name = 'ImportIncomplete';
  constructor(counts: Readonly<Record<string, number>>) {
    super(`not every row became a card: ${JSON.stringify(counts)}`);
  }
}

/** Sends the file and waits until every row stands as a card in the round. Answers the import's id. @throws ImportIncomplete */
export async function importCards(
  client: ApiClient,
  { roundId, freshness }: OpenedRound,
  csv: string,
  mapping: Readonly<Record<string, string>>,
): Promise<string> {
  const form = new FormData();
  form.set('mapping', JSON.stringify(mapping));
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'cards.csv');
  const { body } = await client.send<{ importId: string }>({
    method: 'POST',
    path: `/rounds/${roundId}/imports`,
    form,
    freshness,
  });
  const { counts } = await completed(client, body.importId);
  const { accepted: _, ...others } = counts;
  if (Object.values(others).some((count) => count > 0)) throw new ImportIncomplete(counts);
  return body.importId;
}

async function completed(client: ApiClient, importId: string): Promise<ImportState> {
  for (;;) {
    const { body } = await client.send<ImportState>({ method: 'GET', path: `/imports/${importId}` });
    if (body.state === 'completed') return body;
    await sleep(ASK_AGAIN_MS);
  }
}
