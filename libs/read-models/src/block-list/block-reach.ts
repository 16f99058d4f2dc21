import type { ReadStore } from '../store/read-store.js';
import { blockList, type BlockRow } from './block-list.projection.js';

/** What carries a block now. */
export interface ReachOfBlock {
  /** Where it holds at a company, or waits for a decision there. */
  readonly companyId?: string;
  readonly numberIds: readonly string[];
  readonly cardIds: readonly string[];
}

export function reachOf({ companyId, atCompany, numberIds, cardIds }: BlockRow): ReachOfBlock {
  const isAtCompany = companyId !== undefined && (atCompany === 'blocked' || atCompany === 'proposed');
  return { numberIds, cardIds, ...(isAtCompany && { companyId }) };
}

/** Absent where no such block is known. */
export async function blockReach(store: ReadStore, blockId: string): Promise<ReachOfBlock | undefined> {
  const row = await store.get(blockList, blockId);
  return row && reachOf(row);
}
