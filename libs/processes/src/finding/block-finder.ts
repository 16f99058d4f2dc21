/** What carries a block. */
export interface BlockReach {
  /** The company at which it was asked for, where it has been decided there or waits for that. */
  readonly companyId?: string;
  readonly numberIds: readonly string[];
  readonly cardIds: readonly string[];
}

/** Where a block holds, as the read models know it. */
export abstract class BlockFinder {
  /** Absent where nothing ever carried it. What is lifted is left out. */
  abstract reachOf(blockId: string): Promise<BlockReach | undefined>;
}
