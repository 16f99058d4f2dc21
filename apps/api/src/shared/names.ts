import { accountList } from '#read-models/account-list/account-list.projection';
import { rounds } from '#read-models/rounds/rounds.projection';
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

async function roundNames(views: ReadStore, ids: Iterable<string | undefined>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined);
  return new Map((await views.getMany(rounds, wanted)).map(({ key, name }) => [key, name]));
}

interface Attributed {
  readonly roundId?: string;
  readonly callerId?: string;
}

interface AttributedNames {
  readonly roundName?: string;
  readonly callerName?: string;
}

/** Rows with what their rounds and callers are called. */
export async function withNames<R extends Attributed>(
  views: ReadStore,
  rows: readonly R[],
): Promise<readonly (R & AttributedNames)[]> {
  const ofRounds = await roundNames(
    views,
    rows.map(({ roundId }) => roundId),
  );
  const ofCallers = await accountNames(
    views,
    rows.map(({ callerId }) => callerId),
  );
  return rows.map((row) => {
    const roundName = ofRounds.get(row.roundId ?? '');
    const callerName = ofCallers.get(row.callerId ?? '');
    return { ...row, ...(roundName !== undefined && { roundName }), ...(callerName !== undefined && { callerName }) };
  });
}
