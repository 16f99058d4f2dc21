import { BlockFinder, type BlockReach } from '#processes/finding/block-finder';
import { blockReach } from '#read-models/block-list/block-reach';
import type { ReadStore } from '#read-models/store/read-store';

export class ViewsBlockFinder extends BlockFinder {
  constructor(private readonly views: ReadStore) {
    super();
  }

  override reachOf(blockId: string): Promise<BlockReach | undefined> {
    return blockReach(this.views, blockId);
  }
}
