import type {
  AterkomEvent,
  CompanyBlockDismissed,
  CompanyBlocked,
  CompanyBlockProposed,
  Instant,
  NumberBlocked,
  NumberBlockLifted,
} from '#events/contracts/index';
import { cardStream } from '#events/contracts/stream-names';
import type { Recorded } from '#events/store/recorded-event';
import { defineProjection } from '../store/define-projection.js';
import type { Row } from '../store/row.js';

export type BlockScope = 'number' | 'workplace' | 'company';

/** R6: one block wherever it holds, by its id. */
export interface BlockRow extends Row {
  /** `lifted`: by an admin, once and for good. */
  readonly status: 'blocked' | 'lifted';
  /** The widest that it has reached. */
  readonly scope: BlockScope;
  readonly cause: NumberBlocked['data']['cause'];
  readonly since: Instant;
  readonly blockedBy: string;
  readonly reason?: string;
  /** Where it was asked for. */
  readonly cardId?: string;
  readonly companyId?: string;
  /** Where a company is concerned. */
  readonly atCompany?: 'proposed' | 'blocked' | 'dismissed' | 'lifted';
  /** Numbers that carry it now. */
  readonly numberIds: readonly string[];
  /** Cards that it silences now, or that wait for the decision. */
  readonly cardIds: readonly string[];
  readonly lifted?: Omit<NumberBlockLifted['data'], 'blockId'>;
  /** Why it does not hold for the whole company. */
  readonly dismissed?: Omit<CompanyBlockDismissed['data'], 'blockId'>;
  /** R7: what the caller said of who asked. */
  readonly irritated?: boolean;
  readonly existingCustomerNumber?: string;
}

const CARD_PREFIX = cardStream('').length;
const COMPANY_PREFIX = 'company-'.length;

const withId = (ids: readonly string[], id: string): readonly string[] => (ids.includes(id) ? ids : [...ids, id]);
const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((known) => known !== id);

const cardIdOf = ({ streamId }: Recorded): string => streamId.slice(CARD_PREFIX);
const companyIdOf = ({ streamId }: Recorded): string => streamId.slice(COMPANY_PREFIX);

type Begun = Pick<BlockRow, 'key' | 'scope' | 'cause' | 'since' | 'blockedBy'> & Partial<BlockRow>;

/** What was known first stays: the fan-out repeats it with less. */
const begun = (row: BlockRow | undefined, begin: Begun): BlockRow => ({
  status: 'blocked',
  numberIds: [],
  cardIds: [],
  ...begin,
  ...row,
});

function onNumber(row: BlockRow | undefined, { streamId, data }: Recorded<NumberBlocked>, key: string): BlockRow {
  const { blockId: _, callId: __, blockedAt: since, ...facts } = data;
  const known = begun(row, { key, scope: 'number', since, ...facts });
  return { ...known, numberIds: withId(known.numberIds, streamId.slice('number-'.length)) };
}

function atCompany(
  row: BlockRow | undefined,
  event: Recorded<CompanyBlocked | CompanyBlockProposed>,
  key: string,
): BlockRow {
  const companyId = companyIdOf(event);
  if (event.type === 'CompanyBlocked') {
    const { blockId: _, blockedAt: since, ...facts } = event.data;
    return {
      ...begun(row, { key, scope: 'company', since, ...facts }),
      companyId,
      scope: 'company',
      atCompany: 'blocked',
    };
  }
  const { cardId, proposedBy: blockedBy, proposedAt: since } = event.data;
  const known = begun(row, { key, scope: 'workplace', cause: 'no-more-calls', cardId, blockedBy, since });
  return { ...known, companyId, atCompany: 'proposed' };
}

const lifted = (row: BlockRow | undefined, data: NumberBlockLifted['data']): BlockRow | undefined => {
  if (!row) return undefined;
  const { blockId: _, ...lift } = data;
  return { ...row, status: 'lifted', lifted: row.lifted ?? lift };
};

const keysOf = ({ data }: Recorded<AterkomEvent>): readonly string[] => ('blockId' in data ? [data.blockId] : []);

/** Every block with what carries it: for admin's list, and for a lift that must reach all of it. */
export const blockList = defineProjection<BlockRow>({
  name: 'block-list',
  version: 1, // raise it to rebuild beside the live one
  keysOf,
  indexes: [
    { name: 'newest', fields: ['since'], descending: true },
    { name: 'of-status', fields: ['status', 'since'], descending: true },
    { name: 'at-company', fields: ['atCompany', 'since'], descending: true },
  ],
  counts: [['status'], ['atCompany']],
  on: {
    NoMoreCallsRequested: (row, event, key) => {
      const { callerId: blockedBy, endedAt: since, irritated, existingCustomerNumber } = event.data;
      const by = { cause: 'no-more-calls', since, blockedBy, cardId: cardIdOf(event) } as const;
      const known = begun(row, { key, scope: 'workplace', ...by });
      return { ...known, irritated, ...(existingCustomerNumber !== undefined && { existingCustomerNumber }) };
    },
    NumberBlocked: onNumber,
    NumberBlockLifted: (row, { streamId, data }) => {
      const known = lifted(row, data);
      return known && { ...known, numberIds: without(known.numberIds, streamId.slice('number-'.length)) };
    },
    CompanyBlocked: atCompany,
    CompanyBlockProposed: atCompany,
    CompanyBlockDismissed: (row, { data: { blockId: _, ...dismissed } }) =>
      row && { ...row, atCompany: 'dismissed', dismissed },
    CompanyBlockLifted: (row, { data }) => {
      const known = lifted(row, data);
      return known && { ...known, atCompany: 'lifted' };
    },
    CardBarred: (row, event, key) => {
      const { scope, barredAt: since } = event.data;
      const begin = { key, scope, cause: 'no-more-calls', since, blockedBy: event.metadata.actor } as const;
      const known = begun(row, { ...begin, cardId: cardIdOf(event) });
      const wider = scope === 'workplace' && known.scope === 'number' ? scope : known.scope;
      return { ...known, scope: wider, cardIds: withId(known.cardIds, cardIdOf(event)) };
    },
    CardUnbarred: (row, event) => row && { ...row, cardIds: without(row.cardIds, cardIdOf(event)) },
    CardFrozen: (row, event) => row && { ...row, cardIds: withId(row.cardIds, cardIdOf(event)) },
    CardUnfrozen: (row, event) => row && { ...row, cardIds: without(row.cardIds, cardIdOf(event)) },
  },
});
