import { foldOf } from '#domain/shared/decider';
import { mailDueAt } from '#domain/order-life/mail/mail-due';
import { orderDecider } from '#domain/order-life/order-life.decider';
import type { StandingOrder } from '#domain/order-life/order';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { AterkomEvent, CardEvent, Instant, OrderEvent } from '#events/contracts/index';
import { categoryOf } from '#events/store/stream-category';
import type { EventStore } from '#events/store/event-store';
import type { Recorded } from '#events/store/recorded-event';
import { BlockFinder, type BlockReach } from '../finding/block-finder.js';
import { CardFinder, type CardInRound } from '../finding/card-finder.js';
import { MailFinder } from '../finding/mail-finder.js';
import type { Attempt } from '../mail/mailer.js';
import { LockFinder, type OverdueLock, type TakenSlot } from '../finding/lock-finder.js';
import { idOf } from '../shared/stream-id.js';

// The finders as views that are never behind: each question folds the whole log. One row a page.

async function logOf(store: EventStore): Promise<readonly Recorded<AterkomEvent>[]> {
  // The cast: the log holds our events only.
  return (await store.readAll({ limit: 100_000 })) as readonly Recorded<AterkomEvent>[];
}

async function cardsOf(store: EventStore): Promise<readonly (readonly [cardId: string, card: Card])[]> {
  const events = (await logOf(store)).filter(({ streamId }) => categoryOf(streamId) === 'card');
  // The cast: a card's stream holds card events only.
  const streams = Map.groupBy(events as readonly Recorded<CardEvent>[], ({ streamId }) => idOf(streamId));
  return [...streams].map(([cardId, own]) => [cardId, foldOf(cardDecider, own)] as const);
}

export class CardFinderOverLog extends CardFinder {
  constructor(private readonly store: EventStore) {
    super();
  }

  override async *withNumber(wanted: string): AsyncGenerator<readonly string[]> {
    for (const [cardId, { numbers }] of await cardsOf(this.store)) {
      if (numbers.some(({ numberId }) => numberId === wanted)) yield [cardId];
    }
  }

  override async *inRound(wanted: string): AsyncGenerator<readonly CardInRound[]> {
    for (const [cardId, { rounds }] of await cardsOf(this.store)) {
      const entry = rounds.find(({ roundId }) => roundId === wanted);
      if (entry) yield [{ cardId, priority: entry.priority }];
    }
  }
}

export class LockFinderOverLog extends LockFinder {
  constructor(private readonly store: EventStore) {
    super();
  }

  override async *overdueSince(at: Instant): AsyncGenerator<readonly OverdueLock[]> {
    for (const [cardId, { lock, rounds }] of await cardsOf(this.store)) {
      if (!lock || lock.offeredToTeam || lock.due > at) continue;
      const campaignId = rounds.find(({ roundId }) => roundId === lock.roundId)?.campaignId ?? '';
      yield [{ cardId, campaignId, ...lock }];
    }
  }

  override async *slotsTakenBefore(at: Instant): AsyncGenerator<readonly TakenSlot[]> {
    const slots = new Map<string, TakenSlot>();
    for (const { type, data, streamId } of await logOf(this.store)) {
      if (type === 'LockSlotTaken') slots.set(`${streamId}/${data.lockId}`, { ...data, callerId: idOf(streamId) });
      if (type === 'LockSlotFreed') slots.delete(`${streamId}/${data.lockId}`);
    }
    for (const slot of slots.values()) if (slot.takenAt <= at) yield [slot];
  }
}

export class BlockFinderOverLog extends BlockFinder {
  constructor(private readonly store: EventStore) {
    super();
  }

  override async reachOf(wanted: string): Promise<BlockReach | undefined> {
    const events = (await logOf(this.store)).filter(({ data }) => 'blockId' in data && data.blockId === wanted);
    if (events.length === 0) return undefined;
    const last = (begins: readonly string[], ends: readonly string[]): string[] => {
      const ids = new Set<string>();
      for (const { type, streamId } of events) {
        if (begins.includes(type)) ids.add(idOf(streamId));
        if (ends.includes(type)) ids.delete(idOf(streamId));
      }
      return [...ids];
    };
    const [companyId] = last(
      ['CompanyBlocked', 'CompanyBlockProposed'],
      ['CompanyBlockLifted', 'CompanyBlockDismissed'],
    );
    const numberIds = last(['NumberBlocked'], ['NumberBlockLifted']);
    const cardIds = last(['CardBarred', 'CardFrozen'], ['CardUnbarred']);
    return { numberIds, cardIds, ...(companyId !== undefined && { companyId }) };
  }
}

/** All in one page. */
export class MailFinderOverLog extends MailFinder {
  constructor(private readonly store: EventStore) {
    super();
  }

  override async *dueBy(at: Instant): AsyncGenerator<readonly string[]> {
    const orders = await this.orders();
    yield orders.flatMap(([orderId, order]) => {
      const due = mailDueAt(order);
      return due !== undefined && due <= at ? [orderId] : [];
    });
  }

  override async *startedBy(at: Instant): AsyncGenerator<readonly Attempt[]> {
    const orders = await this.orders();
    yield orders.flatMap(
      ([
        orderId,
        {
          mail: { status, since, attemptId },
        },
      ]) => {
        if (status !== 'started' || since === undefined || attemptId === undefined || since > at) return [];
        return [{ orderId, attemptId }];
      },
    );
  }

  private async orders(): Promise<readonly (readonly [orderId: string, order: StandingOrder])[]> {
    const events = (await logOf(this.store)).filter(({ streamId }) => categoryOf(streamId) === 'order');
    // The cast: an order's stream holds order events only.
    const streams = Map.groupBy(events as readonly Recorded<OrderEvent>[], ({ streamId }) => idOf(streamId));
    return [...streams].flatMap(([orderId, own]) => {
      const order = foldOf(orderDecider, own);
      return order.status === 'unregistered' ? [] : [[orderId, order] as const];
    });
  }
}
