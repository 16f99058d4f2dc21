import type { InstallationCreated, InstallationEvent } from '#events/contracts/index';
import type { Decider } from '../shared/decider.js';
import type { CreateInstallation } from './installation.commands.js';
import { PepperDiffers } from './installation.errors.js';

/** What the store was made with; undefined until the first start. */
export type Installation = InstallationCreated['data'] | undefined;

/** At every start: makes the installation, or finds the one that is there. Its store id stays. */
function decide({ data: { now, ...made } }: CreateInstallation, installation: Installation): InstallationEvent[] {
  if (!installation) return [{ type: 'InstallationCreated', data: { ...made, createdAt: now } }];
  const { pepperFingerprint } = installation;
  if (pepperFingerprint !== made.pepperFingerprint) throw new PepperDiffers(pepperFingerprint, made.pepperFingerprint);
  return [];
}

export const installationDecider: Decider<Installation, CreateInstallation, InstallationEvent> = {
  initial: undefined,
  evolve: (_, { data }) => data,
  decide,
};
