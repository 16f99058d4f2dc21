import type { ApiClient } from './api-client.js';

interface RowPage {
  readonly rows: readonly { readonly row: number; readonly cardId?: string }[];
  readonly next?: number;
}

/** Cards in the order of the file's rows. */
export async function importedCards(client: ApiClient, importId: string): Promise<readonly string[]> {
  const cardIds: string[] = [];
  let after: number | undefined = 0;
  while (after !== undefined) {
    const path: string = `/imports/${importId}/rows?after=${after}`;
    const { body }: { body: RowPage } = await client.send<RowPage>({ method: 'GET', path });
    for (const { cardId } of body.rows) cardIds.push(cardId ?? '');
    after = body.next;
  }
  return cardIds;
}
