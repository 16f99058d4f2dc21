import { expect, test } from '@jest/globals';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { DecisionRunner } from '#events/deciding/decision-runner';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { someCause } from '../testing/import-desk.js';
import { UniqueKeys } from './unique-keys.js';
import { Workplaces } from './workplaces.js';

const context = { importId: 'i1', campaignId: 'c1', roundId: 'r1', settings: defaultSettings, cause: someCause() };

test('of ids that have no card yet the holder of the last key makes it, whatever other keys a row has', async () => {
  const store = new InMemoryEventStore();
  const decisions = new DecisionRunner(store);
  const keys = new UniqueKeys(decisions, context);
  const workplaces = new Workplaces(decisions, keys);
  await keys.claim('externalid-1', 'of-one-process');
  await keys.claim('workplace-1', 'of-another');
  expect(await keys.claim('workplace-1', 'of-one-process')).toBe('of-another');
  expect(await workplaces.find(['externalid-1', 'workplace-1'])).toMatchObject({ cardId: 'of-another', isNew: false });
  expect(await workplaces.find(['workplace-1'])).toMatchObject({ cardId: 'of-another' });
  expect(await workplaces.find(['workplace-2'])).toMatchObject({ isNew: true });
});
