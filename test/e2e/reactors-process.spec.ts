import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { AterkomEvent } from '#events/contracts/index';
import { SqliteEventStore } from '#events/sqlite/sqlite-event-store';
import type { Recorded } from '#events/store/recorded-event';
import { ADA, CAMPAIGN, campaignWithRound, companyNamed, ROUND, workplace } from '#processes/testing/workplaces';
import { NOON, World } from '#processes/testing/world';
import { noted, ofType } from '../../apps/projector/src/reactors/testing/noted.js';
import { killed, startProjectorProcess, type ProjectorProcess } from '../support/projector-process.js';

jest.setTimeout(60_000);

const CARDS = 300;

describe('the reactors in the projector’s process, beside another process that writes the log', () => {
  let folder: string;
  let world: World;
  let started: ProjectorProcess[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aterkom-reactors-'));
    world = new World(new SqliteEventStore({ file: join(folder, 'events.sqlite') }));
    started = [];
    await campaignWithRound(world);
  });

  afterEach(async () => {
    for (const projector of started) await killed(projector);
    await world.store.close();
    rmSync(folder, { recursive: true });
  });

  const start = (): ProjectorProcess => {
    const projector = startProjectorProcess({ DATA_DIR: folder });
    started.push(projector);
    return projector;
  };

  test('R6: bring a block to the numbers and cards of the company while calls go on', async () => {
    await companyNamed(world, 'company');
    for (const id of ['1', '2']) await workplace(world, `card${id}`, { numberIds: [`n${id}`], companyId: 'company' });
    start();
    const block = { blockId: 'block', cause: 'by-hand', blockedBy: ADA, reason: 'asked', now: NOON } as const;
    await world.company('company', { type: 'BlockCompany', data: block });
    const [barred] = await Promise.all([
      noted(world.store, ofType('CardBarred'), 2),
      noted(world.store, ofType('NumberBlocked'), 2),
      Promise.all(Array.from({ length: 100 }, (_, index) => workplace(world, `other${index}`))),
    ]);
    expect(barred.map(({ streamId }) => streamId).sort()).toEqual(['card-card1', 'card-card2']);
  });

  test('carry every card of a round over once, though the process is killed again and again', async () => {
    for (let index = 0; index < CARDS; index++) await workplace(world, `card${index}`, { priority: index });
    const round = { roundId: 'round2', name: 'Omgång 2', carriedOverFrom: ROUND, openedBy: ADA, now: NOON };
    await world.campaign(CAMPAIGN, { type: 'OpenRound', data: round });
    const isIn = ({ type, data }: Recorded<AterkomEvent>): boolean =>
      type === 'CardEnteredRound' && data.roundId === 'round2';
    for (const share of [1, CARDS / 3]) {
      const projector = start();
      await noted(world.store, isIn, share);
      await killed(projector);
    }
    start();
    const entered = await noted(world.store, isIn, CARDS);
    expect(new Set(entered.map(({ streamId }) => streamId)).size).toBe(CARDS);
    expect(entered).toHaveLength(CARDS);
  });
});
