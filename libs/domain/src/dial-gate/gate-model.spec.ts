import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { plus } from '../shared/instant.js';
import { blockCompany, blockNumber, liftCompany, liftNumber, visit, type Visit } from './testing/call-processes.js';
import {
  CALLERS,
  CARD_IDS,
  COMPANIES,
  newWorld,
  NUMBERS,
  type World,
  type WorldOptions,
} from './testing/call-world.js';
import { leftBlocked, violationsIn } from './testing/gate-invariants.js';
import type { Process } from './testing/stepped-log.js';

/** What the world does next: somebody begins something, one of the running processes takes one step, or time passes. */
type Turn =
  | { readonly begin: (world: World) => Process; readonly what: string }
  | { readonly step: number }
  | { readonly minutes: number };

const visits: fc.Arbitrary<Visit> = fc.record({
  callerId: fc.constantFrom(...CALLERS),
  cardId: fc.constantFrom(...CARD_IDS),
  ledTo: fc.constantFrom('no-answer', 'no-answer', 'callback', 'no-more-calls'),
});
const begin = (what: string, process: (world: World) => Process): Turn => ({ what, begin: process });
const numbers = fc.constantFrom(...NUMBERS);
const companies = fc.constantFrom(...COMPANIES);
/** Short enough for a lease, long enough for a lapsed lease (15 min), a lapsed permit (60 min), a rest (24 h). */
const minutes = fc.constantFrom(1, 16, 61, 1440);

const turns: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 24, arbitrary: fc.nat({ max: 5 }).map((step) => ({ step })) },
  { weight: 4, arbitrary: visits.map((of) => begin(JSON.stringify(of), (world) => visit(world, of))) },
  { weight: 1, arbitrary: numbers.map((id) => begin(`block ${id}`, (world) => blockNumber(world, id))) },
  { weight: 1, arbitrary: numbers.map((id) => begin(`lift ${id}`, (world) => liftNumber(world, id))) },
  { weight: 1, arbitrary: companies.map((id) => begin(`block ${id}`, (world) => blockCompany(world, id))) },
  { weight: 1, arbitrary: companies.map((id) => begin(`lift ${id}`, (world) => liftCompany(world, id))) },
  { weight: 1, arbitrary: minutes.map((passed) => ({ minutes: passed })) },
);

interface Played {
  readonly world: World;
  readonly running: readonly Process[];
}

/** Processes that get no further turn have crashed where they stood. */
function play(options: WorldOptions, story: readonly Turn[]): Played {
  const world = newWorld(options);
  let running: readonly Process[] = [];
  for (const turn of story) {
    if ('begin' in turn) running = [...running, turn.begin(world)];
    else if ('minutes' in turn) world.now = plus(world.now, turn);
    else running = stepped(running, turn.step);
  }
  return { world, running };
}

function stepped(running: readonly Process[], step: number): readonly Process[] {
  const index = step % Math.max(1, running.length);
  return running[index]?.next().done ? running.filter((_, at) => at !== index) : running;
}

/** Nobody crashed: everything that was begun is finished. */
function finished({ world, running }: Played): World {
  let unfinished = running;
  while (unfinished.length > 0) unfinished = stepped(unfinished, 0);
  return world;
}

const stories = fc.array(turns, { minLength: 40, maxLength: 160, size: 'max' });
const sizes = fc.constantFrom(1, 3);

/** What a world must have met for its run to say anything. */
const TO_BE_MET = [
  'conflict',
  'CallPermitted',
  'CallStarted',
  'CallPermitWithdrawn',
  'CallEnded',
  'NumberBlocked',
  'NumberBlockLifted',
  'CompanyBlocked',
  'CompanyBlockProposed',
  'number.blocked',
  'number.resting',
  'number.in-a-call',
  'company.blocked',
  'card.barred',
  'card.held-by-another',
];

const met = ({ log: { events, conflicts }, refusals }: World): string[] => [
  ...events.map(({ event }) => event.type),
  ...refusals,
  ...(conflicts > 0 ? ['conflict'] : []),
];

describe('many callers and admins at the same few customers', () => {
  test('R2, R6, R9: one claim per card, one permit per number, no call past a block, at every position of the log', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(stories, sizes, (story, smallCompanyWorkplaces) => {
        const { world } = play({ smallCompanyWorkplaces, checksRevisions: true }, story);
        for (const what of met(world)) seen.add(what);
        expect(violationsIn(world)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(TO_BE_MET.filter((what) => !seen.has(what))).toEqual([]);
  });

  test('R6: a block that was lifted for the company holds none of its numbers, whichever reached it first', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const world = finished(play({ smallCompanyWorkplaces: 3, checksRevisions: true }, story));
        expect(leftBlocked(world)).toEqual([]);
        expect(violationsIn(world)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('are seen to break the rules on a log that does not check revisions', () => {
    const reckless = fc.property(stories, sizes, (story, smallCompanyWorkplaces) => {
      const { world } = play({ smallCompanyWorkplaces, checksRevisions: false }, story);
      expect(violationsIn(world)).toEqual([]);
    });
    expect(fc.check(reckless, { numRuns: 400, endOnFailure: true }).failed).toBe(true);
  });
});
