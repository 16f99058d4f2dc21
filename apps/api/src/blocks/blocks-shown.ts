import type { BlockRow } from '#read-models/block-list/block-list.projection';
import { cards } from '#read-models/card/card.projection';
import type { CardRow } from '#read-models/card/card-row';
import type { ReadStore } from '#read-models/store/read-store';
import { accountNames } from '../shared/names.js';
import type { BlockDto } from './block-list.dto.js';

/** With the names and numbers that people know them by. */
export async function blocksShown(views: ReadStore, rows: readonly BlockRow[]): Promise<BlockDto[]> {
  const cardIds = [...new Set(rows.flatMap(({ cardId }) => cardId ?? []))];
  const origins = new Map((await views.getMany(cards, cardIds)).map((card) => [card.key, card]));
  const names = await accountNames(
    views,
    rows.map(({ blockedBy }) => blockedBy),
  );
  return rows.map((row) => ({
    ...shown(row),
    ...originOf(origins.get(row.cardId ?? '')),
    blockedByName: names.get(row.blockedBy),
  }));
}

function shown({ key, stuck: _, numberIds, cardIds, lifted, dismissed, ...row }: BlockRow): BlockDto {
  return {
    blockId: key,
    ...row,
    numbers: numberIds.length,
    cards: cardIds.length,
    ...(lifted && {
      lifted: { by: lifted.liftedBy, reason: lifted.reason, evidence: lifted.evidence, at: lifted.liftedAt },
    }),
    ...(dismissed && { dismissed: { by: dismissed.dismissedBy, reason: dismissed.reason, at: dismissed.dismissedAt } }),
  };
}

const originOf = (card: CardRow | undefined): Pick<BlockDto, 'workplaceName' | 'phones'> =>
  card ? { workplaceName: card.state.workplace?.name, phones: card.numbers.map(({ e164 }) => e164) } : {};
