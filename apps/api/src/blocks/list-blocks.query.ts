import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { blockList, type BlockRow } from '#read-models/block-list/block-list.projection';
import { ReadStore, type Range } from '#read-models/store/read-store';
import { cursorOf, cursorText } from '../shared/paging.js';
import type { BlocksAskedDto, BlocksDto } from './block-list.dto.js';
import { blocksShown } from './blocks-shown.js';

const ON_A_PAGE = 50;
/** Time and key. */
const CURSOR_LENGTH = 2;

export class ListBlocks extends Query<BlocksDto> {
  constructor(readonly asked: BlocksAskedDto) {
    super();
  }
}

@QueryHandler(ListBlocks)
export class ListBlocksHandler implements IQueryHandler<ListBlocks> {
  constructor(private readonly views: ReadStore) {}

  async execute({ asked: { status, after, limit = ON_A_PAGE } }: ListBlocks): Promise<BlocksDto> {
    const page = await this.views.seek(blockList, {
      ...rangeOf(status),
      ...(after !== undefined && { after: cursorOf(after, CURSOR_LENGTH) }),
      limit,
    });
    const blocks = await blocksShown(this.views, page.rows);
    return page.next ? { blocks, next: cursorText(page.next) } : { blocks };
  }
}

const rangeOf = (status: BlocksAskedDto['status']): Range<BlockRow> => {
  if (status === undefined) return { index: 'newest' };
  return status === 'undecided'
    ? { index: 'at-company', equals: { atCompany: 'proposed' } }
    : { index: 'of-status', equals: { status } };
};
