import type { CompanyEvent } from '#events/contracts/index';
import { mustShowEvidence, mustStateReason } from '../shared/stated.js';
import type { BlockCompany, DismissBlock, LiftCompanyBlock, ProposeBlock } from './company.commands.js';
import { CompanyBlockDecided, CompanyBlockUnknown } from './company.errors.js';
import { isSmall, type BlockStatus, type Company } from './company.js';

const statusOf = ({ blocks }: Company, wanted: string): BlockStatus | undefined =>
  blocks.find(({ blockId }) => blockId === wanted)?.status;

/** R6: one workplace speaks for a small company; a larger one is not silenced by one of them. */
export function proposeBlock(
  { now, smallCompanyWorkplaces, reason, ...proposal }: ProposeBlock['data'],
  company: Company,
): CompanyEvent[] {
  const { blockId, cardId, proposedBy } = proposal;
  if (statusOf(company, blockId)) return [];
  if (!isSmall(company, { smallCompanyWorkplaces })) {
    return [{ type: 'CompanyBlockProposed', data: { ...proposal, proposedAt: now } }];
  }
  const block = { blockId, cardId, cause: 'no-more-calls', blockedBy: proposedBy, reason } as const;
  return blockCompany({ ...block, now }, company);
}

/** R6. A late repeat does not bring a lifted block back. */
export function blockCompany({ now, ...block }: BlockCompany['data'], company: Company): CompanyEvent[] {
  const status = statusOf(company, block.blockId);
  if (status === 'blocked' || status === 'lifted') return [];
  mustStateReason(block.reason);
  return [{ type: 'CompanyBlocked', data: { ...block, blockedAt: now } }];
}

export function dismissBlock({ now, ...dismissal }: DismissBlock['data'], company: Company): CompanyEvent[] {
  const status = statusOf(company, dismissal.blockId);
  if (status === 'dismissed') return [];
  if (status === undefined) throw new CompanyBlockUnknown(dismissal.blockId);
  if (status !== 'proposed') throw new CompanyBlockDecided(dismissal.blockId);
  mustStateReason(dismissal.reason);
  return [{ type: 'CompanyBlockDismissed', data: { ...dismissal, dismissedAt: now } }];
}

/** R6: with reason and evidence; that it is an admin is for the one who lets commands in. */
export function liftBlock({ now, ...lift }: LiftCompanyBlock['data'], company: Company): CompanyEvent[] {
  const status = statusOf(company, lift.blockId);
  if (status === 'lifted') return [];
  if (status !== 'blocked') throw new CompanyBlockUnknown(lift.blockId);
  mustStateReason(lift.reason);
  mustShowEvidence(lift.evidence);
  return [{ type: 'CompanyBlockLifted', data: { ...lift, liftedAt: now } }];
}
