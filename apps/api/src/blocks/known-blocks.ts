import { Injectable } from '@nestjs/common';
import { EventStore } from '#events/store/event-store';
import { blockList, type BlockRow } from '#read-models/block-list/block-list.projection';
import { ReadStore } from '#read-models/store/read-store';
import type { Config } from '#runtime/config';
import { ReadModelBehind } from '../shared/freshness.js';
import { InjectConfig } from '../shared/tokens.js';
import { BlockUnknown } from './block.errors.js';

/** R6: a block with all that carries it. What is decided about it must know everything that was saved before. */
@Injectable()
export class KnownBlocks {
  constructor(
    private readonly store: EventStore,
    private readonly views: ReadStore,
    @InjectConfig() private readonly config: Config,
  ) {}

  /** @throws BlockUnknown, ReadModelBehind */
  async get(blockId: string): Promise<BlockRow> {
    const isLevel = await this.views.waitUntil(await this.store.head(), this.config.freshnessWaitMs);
    if (!isLevel) throw new ReadModelBehind();
    const row = await this.views.get(blockList, blockId);
    if (!row) throw new BlockUnknown(blockId);
    return row;
  }
}
