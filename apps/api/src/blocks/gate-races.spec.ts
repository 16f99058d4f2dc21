import { describe, expect, test } from '@jest/globals';
import { DomainError } from '#domain/shared/domain-error';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { InMemoryReadStore } from '#read-models/in-memory/in-memory-read-store';
import { InMemoryViews } from '#read-models/in-memory/in-memory-views';
import { BlockLift } from '#processes/blocks/block-lift';
import { Consequences } from '#processes/consequences';
import { claimed } from '#processes/testing/calls';
import { ADA, campaignWithRound, companyNamed, ROUND, workplace } from '#processes/testing/workplaces';
import { NOON, World } from '#processes/testing/world';
import type { AterkomEvent } from '#events/contracts/index';
import type { Cause } from '#events/deciding/cause';
import type { EventStore } from '#events/store/event-store';
import type { Recorded } from '#events/store/recorded-event';
import { GateSurroundings } from '../calls/gate-surroundings.js';
import { StartCall, StartCallHandler } from '../calls/start-call.handler.js';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { BlockByHand, BlockByHandHandler } from './block-by-hand.handler.js';
import type { BlockByHandDto } from './block.dto.js';
import { everySchedule, interleaved, SteppedStore } from './testing/stepped-store.js';

/** The card that ann has open; its company knows another workplace with a number of its own. */
const [CARD, OTHER, NUMBER, OTHER_NUMBER] = ['card', 'other', 'n1', 'n2'];

const causeOf = (actor: string, commandId: string): Cause => {
  return { commandId, correlationId: commandId, causationId: commandId, actor, actorRole: '', occurredAt: NOON };
};

async function worldAtNoon(): Promise<InMemoryEventStore> {
  const store = new InMemoryEventStore();
  const world = new World(store);
  await campaignWithRound(world);
  await companyNamed(world, 'company');
  await workplace(world, CARD, { numberIds: [NUMBER], companyId: 'company' });
  await workplace(world, OTHER, { numberIds: [OTHER_NUMBER], companyId: 'company' });
  await claimed(world, CARD);
  return store;
}

/** What ann is answered: `permitted`, or the code of the refusal. */
async function startCall(store: EventStore): Promise<string> {
  const runner = new DecisionRunner(store);
  const handler = new StartCallHandler(
    runner,
    new CampaignLookup(runner, new InMemoryReadStore(new InMemoryViews())),
    new GateSurroundings(runner),
  );
  try {
    await handler.execute(new StartCall(CARD, ROUND, NUMBER, causeOf('ann', 'call')));
    return 'permitted';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

async function block(store: EventStore, asked: Omit<BlockByHandDto, 'reason'>): Promise<void> {
  const runner = new DecisionRunner(store);
  const handler = new BlockByHandHandler(runner, new Consequences(runner));
  await handler.execute(new BlockByHand({ ...asked, reason: 'asked' }, causeOf(ADA, 'block')));
}

async function lift(store: EventStore): Promise<void> {
  const runner = new DecisionRunner(store);
  const reach = { numberIds: [NUMBER], cardIds: [CARD] };
  const said = { blockId: 'block', liftedBy: ADA, reason: 'a mistake', evidence: 'letter 1' };
  await new BlockLift(runner).lift(reach, said, causeOf(ADA, 'lift'));
}

const logOf = async (store: EventStore): Promise<readonly Recorded<AterkomEvent>[]> =>
  // The cast: the log holds our events only.
  (await store.readAll({ limit: 1000 })) as readonly Recorded<AterkomEvent>[];

/** Permits that stand in the log after a block of their number without a lift between. */
function permitsPastBlock(events: readonly Recorded<AterkomEvent>[]): number {
  const blocked = new Map<string, number>();
  let past = 0;
  for (const { type, streamId } of events) {
    const count = blocked.get(streamId) ?? 0;
    if (type === 'NumberBlocked') blocked.set(streamId, count + 1);
    if (type === 'NumberBlockLifted') blocked.set(streamId, Math.max(0, count - 1));
    if (type === 'CallPermitted' && count > 0) past += 1;
  }
  return past;
}

interface Race {
  readonly answers: ReadonlyMap<string, number>;
  readonly pastBlock: number;
  readonly afterSaved: number;
  readonly startedWithoutPermit: number;
  readonly runs: number;
}

interface Met {
  /** Categories on which a step of the one can change what the other finds. */
  readonly meetingPlaces: readonly string[];
  readonly before?: (store: EventStore) => Promise<void>;
}

/** A call start and something else in every order of their steps. */
async function race(
  other: (store: EventStore) => Promise<void>,
  { meetingPlaces, before = () => Promise.resolve() }: Met = { meetingPlaces: ['number', 'company'] },
): Promise<Race> {
  const answers = new Map<string, number>();
  const found = { pastBlock: 0, afterSaved: 0, startedWithoutPermit: 0 };
  const runs = await everySchedule(async (schedule) => {
    const log = await worldAtNoon();
    await before(log);
    const [caller, admin] = [new SteppedStore(log, meetingPlaces), new SteppedStore(log, meetingPlaces)];
    let savedAt = 0n;
    const choices = await interleaved(
      [
        {
          store: caller,
          run: async () => {
            const answer = await startCall(caller);
            answers.set(answer, (answers.get(answer) ?? 0) + 1);
          },
        },
        {
          store: admin,
          run: async () => {
            await other(admin);
            savedAt = await log.head();
          },
        },
      ],
      schedule,
    );
    const events = await logOf(log);
    const permits = events.filter(({ type }) => type === 'CallPermitted');
    found.pastBlock += permitsPastBlock(events);
    found.afterSaved += permits.filter(({ position }) => position > savedAt).length;
    const started = events.filter(({ type }) => type === 'CallStarted').length;
    found.startedWithoutPermit += started > permits.length ? 1 : 0;
    return choices;
  });
  return { answers, ...found, runs };
}

describe('a block and the start of a call, in every order of their steps', () => {
  const scopes: readonly (readonly [name: string, asked: Omit<BlockByHandDto, 'reason'>])[] = [
    ['the number', { cardId: CARD, numberId: NUMBER, scope: 'number' }],
    ['the workplace', { cardId: CARD, scope: 'workplace' }],
    ['the company, from the card at hand', { cardId: CARD, scope: 'company' }],
    ['the company, from another card of it', { cardId: OTHER, scope: 'company' }],
  ];

  test.each(scopes)('R6: no permit follows a block of %s, nor comes after it was saved', async (_, asked) => {
    const { answers, runs, ...found } = await race((store) => block(store, asked));
    expect(found).toEqual({ pastBlock: 0, afterSaved: 0, startedWithoutPermit: 0 });
    expect(runs).toBeGreaterThan(5);
    expect(answers.get('permitted')).toBeGreaterThan(0);
    expect(answers.get('number.blocked')).toBeGreaterThan(0);
  });

  test('R6: a company refuses before its numbers know of the block', async () => {
    const { answers } = await race((store) => block(store, { cardId: OTHER, scope: 'company' }));
    expect(answers.get('company.blocked')).toBeGreaterThan(0);
  });

  test('R6: a lift lets the call through once it has reached number and card, not before', async () => {
    const before = (store: EventStore) => block(store, { cardId: CARD, numberId: NUMBER, scope: 'number' });
    const { answers, pastBlock } = await race(lift, { meetingPlaces: ['number', 'card'], before });
    expect(pastBlock).toBe(0);
    expect([...answers.keys()].sort()).toEqual(['card.barred', 'permitted']);
  });
});
