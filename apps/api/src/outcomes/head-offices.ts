import { Injectable } from '@nestjs/common';
import { cardDecider } from '#domain/card/card.decider';
import type { CardCommand, ImportCard } from '#domain/card/card.commands';
import { claimKeyDecider } from '#domain/claim-key/claim-key.decider';
import { nameKey } from '#domain/shared/name-key';
import { phoneNumberOf } from '#domain/shared/phone-number';
import type { CardNumber } from '#events/contracts/index';
import { cardStream, workplaceKeyStream } from '#events/contracts/stream-names';
import { followingFrom, type Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { KeyedHash } from '#runtime/keyed-hash';
import { idOfMade } from '../shared/request-cause.js';
import type { AnyOutcomeDto } from './outcomes.dto.js';

/** Where only a number was given. */
const UNNAMED = 'Huvudkontor';

/** What a caller was told of a head office. */
interface Told {
  readonly name?: string;
  readonly phone?: string;
}

interface Place {
  readonly campaignId: string;
  readonly roundId: string;
}

/** Fel: HK-hänvisning: the card of the head office, made where it is missing, so that somebody can call it. */
@Injectable()
export class HeadOffices {
  constructor(
    private readonly runner: DecisionRunner,
    private readonly hash: KeyedHash,
  ) {}

  /** The card that exists, or the id that a new one will have; absent where nothing was told. */
  async cardFor(outcome: AnyOutcomeDto, cause: Cause): Promise<string | undefined> {
    const key = this.keyOf(told(outcome));
    if (key === undefined) return undefined;
    const { state } = await this.runner.load(claimKeyDecider, workplaceKeyStream(key));
    return state.holderId ?? idOfMade(followingFrom(cause, 'head-office'));
  }

  /** Claims the key first and makes the card then, so that two callers make one card. */
  async make(cardId: string, outcome: AnyOutcomeDto, place: Place, cause: Cause): Promise<void> {
    const about = told(outcome);
    const key = this.keyOf(about);
    if (key === undefined) return;
    const claim = { type: 'ClaimKey', data: { holderId: cardId, now: cause.occurredAt } } as const;
    await this.runner.run(claimKeyDecider, workplaceKeyStream(key), claim, followingFrom(cause, 'head-office/key'));
    const card: CardCommand = { type: 'ImportCard', data: this.cardData(about, cause) };
    await this.ask(cardId, card, followingFrom(cause, 'head-office/card'));
    const entry = { ...place, priority: 0, now: cause.occurredAt };
    await this.ask(cardId, { type: 'EnterRound', data: entry }, followingFrom(cause, 'head-office/round'));
  }

  /** A head office is known by its number, else by its name. */
  private keyOf({ name, phone }: Told): string | undefined {
    if (phone !== undefined) return this.hash.of('workplace', `head-office/${phoneNumberOf(phone).e164}`);
    return name === undefined ? undefined : this.hash.of('workplace', `head-office/${nameKey(name)}`);
  }

  private cardData({ name, phone }: Told, { occurredAt: now }: Cause): ImportCard['data'] {
    const e164 = phone === undefined ? undefined : phoneNumberOf(phone).e164;
    const numbers: CardNumber[] = e164 === undefined ? [] : [{ numberId: this.hash.of('number', e164), e164 }];
    return { workplace: { name: name ?? UNNAMED }, numbers, source: { kind: 'head-office-referral' }, now };
  }

  private async ask(cardId: string, command: CardCommand, cause: Cause): Promise<void> {
    await this.runner.run(cardDecider, cardStream(cardId), command, cause);
  }
}

function told(outcome: AnyOutcomeDto): Told {
  if (outcome.code !== 'head-office-referral') return {};
  const { headOfficeName: name, headOfficePhone: phone } = outcome;
  return { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) };
}
