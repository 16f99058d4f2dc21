import { accountDecider } from '#domain/account/account.decider';
import type { AccountCommand } from '#domain/account/account.commands';
import { callerDecider } from '#domain/caller/caller.decider';
import type { CallerCommand } from '#domain/caller/caller.commands';
import { campaignDecider } from '#domain/campaign/campaign.decider';
import type { CampaignCommand } from '#domain/campaign/campaign.commands';
import { cardDecider } from '#domain/card/card.decider';
import type { Card } from '#domain/card/card';
import type { CardCommand } from '#domain/card/card.commands';
import { companyDecider } from '#domain/company/company.decider';
import type { CompanyCommand } from '#domain/company/company.commands';
import { numberDecider } from '#domain/number/number.decider';
import type { NumberCommand } from '#domain/number/number.commands';
import type { AterkomEvent } from '#events/contracts/index';
import * as streams from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import type { EventStore } from '#events/store/event-store';
import type { Recorded } from '#events/store/recorded-event';

/** 2026-11-23 is a Monday. */
export const NOON = '2026-11-23T11:00:00.000Z';

type EventOf<Type extends AterkomEvent['type']> = Recorded<Extract<AterkomEvent, { type: Type }>>;

/** A log with the streams of a story, written through the deciders themselves. */
export class World {
  readonly runner: DecisionRunner;
  private commands = 0;

  constructor(readonly store: EventStore = new InMemoryEventStore()) {
    this.runner = new DecisionRunner(store);
  }

  card = (cardId: string, command: CardCommand): Promise<unknown> =>
    this.runner.run(cardDecider, streams.cardStream(cardId), command, this.cause());
  number = (numberId: string, command: NumberCommand): Promise<unknown> =>
    this.runner.run(numberDecider, streams.numberStream(numberId), command, this.cause());
  company = (companyId: string, command: CompanyCommand): Promise<unknown> =>
    this.runner.run(companyDecider, streams.companyStream(companyId), command, this.cause());
  campaign = (campaignId: string, command: CampaignCommand): Promise<unknown> =>
    this.runner.run(campaignDecider, streams.campaignStream(campaignId), command, this.cause());
  account = (accountId: string, command: AccountCommand): Promise<unknown> =>
    this.runner.run(accountDecider, streams.accountStream(accountId), command, this.cause());
  caller = (callerId: string, command: CallerCommand): Promise<unknown> =>
    this.runner.run(callerDecider, streams.callerStream(callerId), command, this.cause());

  async cardState(cardId: string): Promise<Card> {
    return (await this.runner.load(cardDecider, streams.cardStream(cardId))).state;
  }

  /** What the log holds of a type, in its order. */
  async all<Type extends AterkomEvent['type']>(type: Type): Promise<readonly EventOf<Type>[]> {
    // The cast: the log holds our events only.
    const events = (await this.store.readAll({ limit: 100_000 })) as readonly Recorded<AterkomEvent>[];
    return events.filter((event): event is EventOf<Type> => event.type === type);
  }

  async last<Type extends AterkomEvent['type']>(type: Type): Promise<EventOf<Type>> {
    const event = (await this.all(type)).at(-1);
    if (!event) throw new Error(`the log has no ${type}`);
    return event;
  }

  async length(): Promise<number> {
    return (await this.store.readAll({ limit: 100_000 })).length;
  }

  private cause(): Cause {
    const commandId = `command-${this.commands++}`;
    const by = { actor: 'test', actorRole: 'service', occurredAt: NOON };
    return { commandId, correlationId: commandId, causationId: commandId, ...by };
  }
}
