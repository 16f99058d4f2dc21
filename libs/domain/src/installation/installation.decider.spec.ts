import { describe, expect, test } from '@jest/globals';
import type { InstallationEvent } from '#events/contracts/index';
import { given } from '../testing/given.js';
import type { CreateInstallation } from './installation.commands.js';
import { installationDecider } from './installation.decider.js';
import { PepperDiffers } from './installation.errors.js';

const NOON = '2026-11-23T12:00:00.000Z';
const create = (pepperFingerprint: string): CreateInstallation => ({
  type: 'CreateInstallation',
  data: { storeId: 'store1', pepperFingerprint, now: NOON },
});
const created: InstallationEvent = {
  type: 'InstallationCreated',
  data: { storeId: 'store1', pepperFingerprint: 'ab12', createdAt: NOON },
};

describe('an installation', () => {
  test('is made at the first start and found at the next', () => {
    given(installationDecider).when(create('ab12')).thenEmits(created);
    given(installationDecider, created).when(create('ab12')).thenNothing();
    expect(given(installationDecider, created).state).toMatchObject({ storeId: 'store1' });
  });

  test('R6: refuses another pepper, under which its blocks would vanish', () => {
    given(installationDecider, created)
      .when(create('cd34'))
      .thenRejects(PepperDiffers, { madeWith: 'ab12', given: 'cd34' });
  });
});
