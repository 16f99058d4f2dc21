import { Desk } from '../engine/desk.js';
import { NewestMoment } from '../engine/freshness.js';
import { importCards } from '../engine/import-cards.js';
import { openRound } from '../engine/open-round.js';
import { OwnedClock } from '../engine/owned-clock.js';
import { hire as hireThroughApi } from '../engine/staff.js';
import type { ReplayContext } from '../replay.js';
import type { Contact } from './bank-file.js';
import { importFile, MAPPING } from './import-file.js';
import { HIGHEST_CAP, settingsWith } from './settings.js';

/** Who works, on what, and in whose time. */
export interface OpenedCampaign {
  readonly campaignId: string;
  readonly roundId: string;
  readonly clock: OwnedClock;
  readonly moment: NewestMoment;
  readonly lead: Desk;
  readonly callers: readonly Desk[];
}

/** Accounts, a campaign with one round, and a card in it for every contact of the file. */
export async function openCampaign(
  { admin, runName, callers, cap, hire = hireThroughApi }: ReplayContext,
  contacts: readonly Contact[],
  firstSlot: string,
): Promise<OpenedCampaign> {
  const [service] = await hire(admin, 'service', [`clock.${runName}`]);
  const [lead] = await hire(admin, 'lead', [`lead.${runName}`]);
  const names = Array.from({ length: callers }, (_, index) => `caller${index + 1}.${runName}`);
  const hired = await hire(admin, 'caller', names);
  const clock = new OwnedClock(service?.client ?? admin);
  await clock.moveTo(firstSlot);
  const round = await openRound(admin, runName, settingsWith(cap ?? HIGHEST_CAP));
  const moment = new NewestMoment();
  const { campaignId, roundId } = round;
  const deskOf = ({ client }: { readonly client: typeof admin }): Desk => new Desk(client, roundId, moment);
  await importCards(admin, round, importFile(contacts.map(({ row }) => row)), MAPPING);
  return { campaignId, roundId, clock, moment, lead: deskOf(lead ?? { client: admin }), callers: hired.map(deskOf) };
}
