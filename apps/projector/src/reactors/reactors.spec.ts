import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plus } from '#domain/shared/instant';
import type { NumberCommand } from '#domain/number/number.commands';
import { InMemoryReactorProgress } from '#processes/in-memory/in-memory-reactor-progress';
import { called, ledTo } from '#processes/testing/calls';
import {
  ADA,
  CAMPAIGN,
  campaignWithRound,
  companyNamed,
  promised,
  ROUND,
  workplace,
} from '#processes/testing/workplaces';
import { NOON, World } from '#processes/testing/world';
import { projections } from '#read-models/projections';
import { InMemoryProjectionStore } from '#read-models/in-memory/in-memory-projection-store';
import { InMemoryReadStore } from '#read-models/in-memory/in-memory-read-store';
import { InMemoryViews } from '#read-models/in-memory/in-memory-views';
import { runGroup, type RunningGroup } from '#read-models/testing/run-group';
import { ControlledClock } from '#runtime/clock';
import { Reactors } from './reactors.js';
import { noted, ofType } from './testing/noted.js';
import { listening } from './testing/said.js';

const blockNumber: NumberCommand = {
  type: 'BlockNumber',
  data: { blockId: 'block', cause: 'by-hand', blockedBy: ADA, reason: 'asked', now: NOON },
};

describe('the reactors, over views that follow the log', () => {
  let world: World;
  let views: InMemoryReadStore;
  let projector: RunningGroup;
  let stops: (() => Promise<void>)[];
  const heard = listening();

  beforeEach(async () => {
    world = new World();
    const rows = new InMemoryViews();
    views = new InMemoryReadStore(rows);
    projector = runGroup({ log: world.store, writer: new InMemoryProjectionStore(rows), reader: views, projections });
    stops = [];
    await campaignWithRound(world);
    await companyNamed(world, 'company');
    await workplace(world, 'school', { numberIds: ['n1', 'n2'], companyId: 'company' });
    await workplace(world, 'preschool', { numberIds: ['n1'], companyId: 'company', priority: 7 });
    await projector.caughtUp();
  });

  afterEach(async () => {
    for (const stop of stops) await stop();
    await projector.stop();
  });

  /** A process of their own, that looks as often as it can. */
  const start = (at = NOON): void => {
    const reactors = new Reactors({
      store: world.store,
      views,
      progress: new InMemoryReactorProgress(),
      clock: new ControlledClock(at),
      log: heard.log,
      quickRetriesMs: [],
      lookEveryMs: 1,
      viewsPatienceMs: 10_000,
      firstPauseMs: 1,
      longestPauseMs: 5,
    });
    const ending = new AbortController();
    const running = reactors.run(ending.signal);
    stops.push(async () => {
      ending.abort();
      await running;
    });
  };
  const seen = (type: Parameters<typeof ofType>[0], count = 1) => noted(world.store, ofType(type), count);
  const streamsOf = async (type: Parameters<typeof ofType>[0], count: number) =>
    (await seen(type, count)).map(({ streamId }) => streamId).sort();

  test('R6: bring a block to every card, and take it back with its lift', async () => {
    start();
    await world.number('n1', blockNumber);
    expect(await streamsOf('CardBarred', 2)).toEqual(['card-preschool', 'card-school']);
    await world.number('n1', {
      type: 'LiftNumberBlock',
      data: { blockId: 'block', liftedBy: ADA, reason: 'a mistake', evidence: 'letter 1', now: NOON },
    });
    expect(await streamsOf('CardUnbarred', 2)).toEqual(['card-preschool', 'card-school']);
  });

  test('R6: bring a block to a card that is imported while the number is being blocked', async () => {
    await world.number('n1', blockNumber);
    start();
    await workplace(world, 'annexe', { numberIds: ['n1'] });
    expect(await streamsOf('CardBarred', 3)).toEqual(['card-annexe', 'card-preschool', 'card-school']);
  });

  test('R1, R6, R9: finish what a crash left undone after an outcome', async () => {
    await called(world, 'school', { numberId: 'n1' });
    await ledTo(world, 'school', { code: 'no-more-calls', irritated: true, blockId: 'block' });
    start();
    expect(await streamsOf('NumberBlocked', 2)).toEqual(['number-n1', 'number-n2']);
    expect(await streamsOf('CardBarred', 2)).toEqual(['card-preschool', 'card-school']);
    expect(await streamsOf('CallEnded', 1)).toEqual(['number-n1']);
  });

  test('R1, R9: end a call whose outcome stands and whose end does not come, and let the others rest', async () => {
    await called(world, 'school', { numberId: 'n1' });
    start();
    await ledTo(world, 'school', { code: 'declined', reason: 'said-no' });
    expect(await streamsOf('CallEnded', 1)).toEqual(['number-n1']);
    expect(await streamsOf('CardRested', 1)).toEqual(['card-preschool']);
  });

  test('carry the cards of a round over', async () => {
    start();
    const round = { roundId: 'round2', name: 'Omgång 2', carriedOverFrom: ROUND, openedBy: ADA, now: NOON };
    await world.campaign(CAMPAIGN, { type: 'OpenRound', data: round });
    const entered = (await seen('CardEnteredRound', 4)).flatMap((event) =>
      event.type === 'CardEnteredRound' && event.data.roundId === 'round2'
        ? [`${event.streamId} ${event.data.priority}`]
        : [],
    );
    expect(entered.sort()).toEqual(['card-preschool 7', 'card-school 0']);
  });

  test('R24: hand the locks of a leaver over', async () => {
    for (const username of ['ann', 'bo']) {
      const account = { username, displayName: username, role: 'caller', openedBy: ADA, now: NOON } as const;
      await world.account(username, { type: 'OpenAccount', data: account });
    }
    await promised(world, 'school', 'ann');
    start();
    const leaving = { accountId: 'ann', receiverId: 'bo', deactivatedBy: ADA, reason: 'moved', now: NOON };
    await world.account('ann', { type: 'Deactivate', data: leaving });
    await seen('LockSlotFreed');
    expect((await world.cardState('school')).lock?.ownerId).toBe('bo');
  });

  test('close the cards of a company that has ceased', async () => {
    start();
    const confirmation = { confirmedBy: ADA, evidence: 'register', now: NOON };
    await world.company('company', { type: 'ConfirmCeased', data: confirmation });
    expect(await streamsOf('CompanyReportedCeased', 2)).toEqual(['card-preschool', 'card-school']);
  });

  test('R24: offer an overdue promise to the team, found in the views at the start', async () => {
    await promised(world, 'school', 'ann');
    await projector.caughtUp();
    start(plus(NOON, { days: 8 }));
    expect(await streamsOf('PriorityCallbackOfferedToTeam', 1)).toEqual(['card-school']);
  });

  test('R24: free a slot whose lock has ended, found in the views at the start', async () => {
    const stale = { lockId: 'stale', cardId: 'school', maxPriorityLocks: 50, now: NOON };
    await world.caller('ann', { type: 'TakeLockSlot', data: stale });
    await projector.caughtUp();
    start(plus(NOON, { minutes: 5 }));
    expect(await streamsOf('LockSlotFreed', 1)).toEqual(['caller-ann']);
  });

  test('R6: have their effect once, however many processes run them over the whole log', async () => {
    await world.company('company', {
      type: 'BlockCompany',
      data: { blockId: 'block', cause: 'by-hand', blockedBy: ADA, reason: 'asked', now: NOON },
    });
    start();
    start();
    await seen('CardBarred', 2);
    await seen('NumberBlocked', 2);
    start();
    const last = { blockId: 'last', cause: 'by-hand', blockedBy: ADA, reason: 'asked', now: NOON } as const;
    await world.number('n2', { type: 'BlockNumber', data: last });
    await noted(world.store, ({ type, data }) => type === 'CardBarred' && data.blockId === 'last');
    const doubles = (await world.store.readAll({ limit: 1000 })).map(({ type, streamId, data }) =>
      'blockId' in data ? [type, streamId, data.blockId].join(' ') : '',
    );
    const barred = doubles.filter((text) => /^(?:CardBarred|NumberBlocked) /.test(text));
    expect(barred).toHaveLength(new Set(barred).size);
  });
});
