import { accountList } from '#read-models/account-list/account-list.projection';
import type { ReadStore } from '#read-models/store/read-store';

/** What people are called, by account id. */
export async function accountNames(
  views: ReadStore,
  ids: Iterable<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  const rows = await views.getMany(accountList, wanted);
  return new Map(rows.map(({ key, displayName }) => [key, displayName]));
}
