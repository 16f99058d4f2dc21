import { DecisionRunner } from '#events/deciding/decision-runner';
import type { WebhookOptions } from '#processes/webhooks/webhook-sender';
import type { MailParts } from '#processes/mail/thank-you-mails';
import type { CompanyRegistry } from '#processes/registry/company-registry';
import { aftermathReactor } from './aftermath.reactor.js';
import { blocksReactor } from './blocks.reactor.js';
import { carryOverReactor } from './carry-over.reactor.js';
import { caseAlarmWork } from './case-alarms.timed-work.js';
import { casesReactor } from './cases.reactor.js';
import { ceasedCompaniesReactor } from './ceased-companies.reactor.js';
import { companyChecksReactor } from './company-checks.reactor.js';
import { ViewsBlockFinder } from './finding/views-block-finder.js';
import { ViewsCardFinder } from './finding/views-card-finder.js';
import { ViewsCaseFinder } from './finding/views-case-finder.js';
import { ViewsLockFinder } from './finding/views-lock-finder.js';
import { invoicesReactor } from './invoices.reactor.js';
import { leaversReactor } from './leavers.reactor.js';
import { ViewsMailFinder } from './finding/views-mail-finder.js';
import { lockWork } from './locks.timed-work.js';
import { mailWork } from './mails.timed-work.js';
import { ordersReactor } from './orders.reactor.js';
import { ReactorFeed, type FeedParts, type ReactorStatus } from './reactor-feed.js';
import { restsReactor } from './rests.reactor.js';
import { webhooksReactor } from './webhooks.reactor.js';
import { runTimed, type TimedWork } from './timed-work.js';

export const REACTOR_DEFAULTS = {
  quickRetriesMs: [50, 500],
  lookEveryMs: 5000,
  viewsPatienceMs: 30_000,
  firstPauseMs: 50,
  longestPauseMs: 10_000,
} as const;

export interface ReactorsParts extends FeedParts {
  /** R18; nothing is checked where there is none. */
  readonly registry?: CompanyRegistry;
  /** R17; no mail is sent where there is none. */
  readonly webhook?: WebhookOptions;
  readonly mail?: Pick<MailParts, 'mailer' | 'seller'>;
}

/** Everything that follows from events by itself, in the one process that holds the lease. */
export class Reactors {
  private readonly feeds: readonly ReactorFeed[];
  private readonly timed: readonly TimedWork[];

  constructor(private readonly parts: ReactorsParts) {
    const { views, registry, webhook, mail, clock } = parts;
    const runner = new DecisionRunner(parts.store);
    const cards = new ViewsCardFinder(views);
    const atOnce = [
      blocksReactor(runner, cards, new ViewsBlockFinder(views)),
      restsReactor(runner, cards),
      aftermathReactor(runner),
      ceasedCompaniesReactor(runner),
      ordersReactor(runner),
      casesReactor(runner),
    ];
    // Those that may take minutes keep none of the others waiting.
    const patient = [
      carryOverReactor(runner, cards),
      leaversReactor(runner),
      invoicesReactor(runner),
      ...(webhook ? [webhooksReactor(runner, webhook)] : []),
      ...(registry ? [companyChecksReactor(runner, registry)] : []),
    ];
    this.feeds = [atOnce, ...patient.map((reactor) => [reactor])].map((reactors) => new ReactorFeed(reactors, parts));
    const mails = mail && { ...mail, runner, finder: new ViewsMailFinder(views), now: () => clock.now() };
    const alarms = caseAlarmWork(runner, new ViewsCaseFinder(views));
    this.timed = [...lockWork(runner, new ViewsLockFinder(views)), alarms, ...(mails ? mailWork(mails) : [])];
  }

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([
      ...this.feeds.map((feed) => feed.run(signal)),
      ...this.timed.map((work) => runTimed(work, this.parts, signal)),
    ]);
  }

  status(): readonly ReactorStatus[] {
    return this.feeds.flatMap((feed) => feed.status());
  }

  async close(): Promise<void> {
    await this.parts.progress.close();
    await this.parts.views.close();
    await this.parts.mail?.mailer.close();
  }
}
