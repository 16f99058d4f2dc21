import type { CampaignSettings, CompanyEvent, Instant, WorkplaceJoined } from '#events/contracts/index';

/** `dismissed`, `lifted`: decided by an admin; a late repeat of the request changes nothing. */
export type BlockStatus = 'proposed' | 'blocked' | 'dismissed' | 'lifted';

export interface CompanyBlock {
  readonly blockId: string;
  readonly status: BlockStatus;
  readonly since: Instant;
}

/** One legal entity. */
export interface Company {
  readonly isRegistered: boolean;
  /** Card ids. */
  readonly workplaces: readonly string[];
  /** Every number known to the company: what a block has to reach (R6). */
  readonly numberIds: readonly string[];
  readonly blocks: readonly CompanyBlock[];
  /** Until when each call makes the company rest (R9). */
  readonly rests: Readonly<Record<string, Instant>>;
  readonly ceasedAt?: Instant;
}

export const UNREGISTERED: Company = { isRegistered: false, workplaces: [], numberIds: [], blocks: [], rests: {} };

/** R6, R9: up to how many workplaces one of them speaks for all. */
export const isSmall = (
  { workplaces }: Pick<Company, 'workplaces'>,
  { smallCompanyWorkplaces }: Pick<CampaignSettings, 'smallCompanyWorkplaces'>,
): boolean => workplaces.length <= smallCompanyWorkplaces;

const withStatus =
  (wanted: BlockStatus) =>
  ({ blocks }: Company): readonly CompanyBlock[] =>
    blocks.filter(({ status }) => status === wanted);

/** R6: blocked until every one of these is lifted. */
export const blocksOf = withStatus('blocked');

/** R6: larger companies wait for admin's decision on these. */
export const proposalsOf = withStatus('proposed');

/** R9: holds for small companies; whether it is one is asked when it matters, for companies grow. */
export const companyRestingUntil = ({ rests }: Company, now: Instant): Instant | undefined =>
  Object.values(rests)
    .filter((until) => now < until)
    .sort()
    .at(-1);

export function evolve(company: Company, { type, data }: CompanyEvent): Company {
  switch (type) {
    case 'CompanyRegistered':
      return { ...company, isRegistered: true };
    case 'WorkplaceJoined':
      return withWorkplace(company, data);
    case 'CompanyNumberKnown':
      return withNumbers(company, [data.numberId]);
    case 'CompanyContacted':
      return { ...company, rests: { ...company.rests, [data.callId]: data.restUntil } };
    case 'CompanyBlocked':
      return withBlock(company, { blockId: data.blockId, status: 'blocked', since: data.blockedAt });
    case 'CompanyBlockProposed':
      return withBlock(company, { blockId: data.blockId, status: 'proposed', since: data.proposedAt });
    case 'CompanyBlockDismissed':
      return withBlock(company, { blockId: data.blockId, status: 'dismissed', since: data.dismissedAt });
    case 'CompanyBlockLifted':
      return withBlock(company, { blockId: data.blockId, status: 'lifted', since: data.liftedAt });
    case 'CompanyCeased':
      return { ...company, ceasedAt: data.ceasedAt };
    case 'CeasingWithdrawn':
      return { ...company, ceasedAt: undefined };
  }
}

const withWorkplace = (company: Company, { cardId, numberIds }: WorkplaceJoined['data']): Company =>
  withNumbers({ ...company, workplaces: [...company.workplaces, cardId] }, numberIds);

const withNumbers = (company: Company, numberIds: readonly string[]): Company => ({
  ...company,
  numberIds: [...new Set([...company.numberIds, ...numberIds])],
});

/** One entry per block id, the latest decision last. */
function withBlock(company: Company, block: CompanyBlock): Company {
  const others = company.blocks.filter(({ blockId }) => blockId !== block.blockId);
  return { ...company, blocks: [...others, block] };
}
