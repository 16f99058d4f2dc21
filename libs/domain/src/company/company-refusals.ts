import type { CampaignSettings, Instant } from '#events/contracts/index';
import { CompanyBlockUndecided, CompanyHasCeased, CompanyIsBlocked, CompanyIsResting } from './company.errors.js';
import { blocksOf, companyRestingUntil, isSmall, proposalsOf, type Company, type CompanyBlock } from './company.js';

// What speaks against a call to any workplace of a company.

/** R6 */
export const refusalByCompanyBlock = (company: Company): CompanyIsBlocked | undefined =>
  refusalBy(CompanyIsBlocked, blocksOf(company));

/** R6: the other workplaces of a larger company wait for admin's decision. */
export const refusalByProposal = (company: Company): CompanyBlockUndecided | undefined =>
  refusalBy(CompanyBlockUndecided, proposalsOf(company));

function refusalBy<Refusal>(
  Refusal: new (blockIds: readonly string[], since: Instant) => Refusal,
  blocks: readonly CompanyBlock[],
): Refusal | undefined {
  const [oldest] = blocks;
  const blockIds = blocks.map(({ blockId }) => blockId);
  return oldest && new Refusal(blockIds, oldest.since);
}

export const refusalByCeasing = ({ ceasedAt }: Company): CompanyHasCeased | undefined =>
  ceasedAt === undefined ? undefined : new CompanyHasCeased(ceasedAt);

/** R9: in larger companies each workplace rests for itself. */
export function refusalByCompanyRest(
  company: Company,
  settings: Pick<CampaignSettings, 'smallCompanyWorkplaces'>,
  now: Instant,
): CompanyIsResting | undefined {
  const restUntil = isSmall(company, settings) ? companyRestingUntil(company, now) : undefined;
  return restUntil === undefined ? undefined : new CompanyIsResting(restUntil);
}
