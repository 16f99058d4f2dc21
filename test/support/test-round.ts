import { v7 as uuidv7 } from 'uuid';
import { cardDecider } from '#domain/card/card.decider';
import { companyDecider } from '#domain/company/company.decider';
import type { CampaignSettings } from '#events/contracts/index';
import { cardStream, companyStream } from '#events/contracts/stream-names';
import type { Cause } from '#events/deciding/cause';
import { DecisionRunner } from '#events/deciding/decision-runner';
import type { TestApp } from './test-app.js';

export interface CardSpec {
  readonly name?: string;
  /** E.164; one that nobody else has when absent. */
  readonly phones?: readonly string[];
  readonly companyId?: string;
  readonly priority?: number;
}

/** A campaign with one open round, filled without a file. */
export class TestRound {
  private made = 0;

  private constructor(
    private readonly api: TestApp,
    readonly campaignId: string,
    readonly roundId: string,
  ) {}

  static async open(api: TestApp, settings?: CampaignSettings): Promise<TestRound> {
    const lead = await api.as('lead');
    const campaign = await lead.post('/campaigns', { name: 'Vår', ...(settings && { settings }) });
    const { campaignId } = campaign.json<{ campaignId: string }>();
    const round = await lead.post(`/campaigns/${campaignId}/rounds`, { name: 'Omgång 1' });
    await api.caughtUp();
    return new TestRound(api, campaignId, round.json<{ roundId: string }>().roundId);
  }

  numberId(e164: string): string {
    return this.api.hash.of('number', e164);
  }

  async company(companyNumber = '5560360793'): Promise<string> {
    const companyId = uuidv7();
    const data = { companyNumber, checkDigitFails: false, now: this.api.clock.now() };
    await this.runner.run(companyDecider, companyStream(companyId), { type: 'RegisterCompany', data }, this.cause());
    return companyId;
  }

  /** Returns the card's id once the queue shows it. */
  async card(spec: CardSpec = {}): Promise<string> {
    const cardId = uuidv7();
    this.made += 1;
    const { name = `Bolag ${this.made}`, phones = [`+4684650${String(4000 + this.made)}`], companyId } = spec;
    const now = this.api.clock.now();
    const numbers = phones.map((e164) => ({ numberId: this.numberId(e164), e164 }));
    if (companyId !== undefined) {
      const data = { cardId, numberIds: numbers.map(({ numberId }) => numberId), now };
      await this.runner.run(companyDecider, companyStream(companyId), { type: 'JoinWorkplace', data }, this.cause());
    }
    const company = companyId === undefined ? {} : { companyId };
    const card = { workplace: { name }, numbers, ...company, source: { kind: 'by-hand' }, now } as const;
    await this.runner.run(cardDecider, cardStream(cardId), { type: 'ImportCard', data: card }, this.cause());
    const { campaignId, roundId } = this;
    const entry = { campaignId, roundId, priority: spec.priority ?? 0, now };
    await this.runner.run(cardDecider, cardStream(cardId), { type: 'EnterRound', data: entry }, this.cause());
    await this.api.caughtUp();
    return cardId;
  }

  private get runner(): DecisionRunner {
    return new DecisionRunner(this.api.store);
  }

  private cause(): Cause {
    const commandId = uuidv7();
    const by = { actor: 'service:test', actorRole: 'service', occurredAt: this.api.clock.now() };
    return { commandId, correlationId: commandId, causationId: commandId, ...by };
  }
}
