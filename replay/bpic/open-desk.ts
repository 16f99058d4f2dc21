import { stringify } from 'csv-stringify/sync';
import { Desk } from '../engine/desk.js';
import { NewestMoment } from '../engine/freshness.js';
import { importCards } from '../engine/import-cards.js';
import { importedCards } from '../engine/imported-cards.js';
import { openRound } from '../engine/open-round.js';
import { OwnedClock } from '../engine/owned-clock.js';
import { hire } from '../engine/staff.js';
import { phoneOf } from '../generated/phone.js';
import type { ReplayContext } from '../replay.js';
import type { DeskCall } from './bpic-file.js';
import { OPEN_SETTINGS } from './settings.js';

/** Our field → heading of the file. */
const MAPPING = { externalId: 'Externt id', name: 'Namn', phone: 'Telefon' } as const;

/** The users at their screens, and a card for each case. */
export interface OpenedDesk {
  readonly roundId: string;
  readonly clock: OwnedClock;
  readonly moment: NewestMoment;
  /** Account → user of the file. */
  readonly userOf: ReadonlyMap<string, string>;
  placeOf(call: DeskCall): { readonly screen: Desk; readonly cardId: string };
}

export class PlaceUnknown extends Error {
  override readonly name = 'PlaceUnknown';
  constructor({ user, caseId }: DeskCall) {
    super(`${user} has no screen, or ${caseId} no card`);
  }
}

export async function openDesk({ admin, runName }: ReplayContext, calls: readonly DeskCall[]): Promise<OpenedDesk> {
  const users = [...new Set(calls.map(({ user }) => user))];
  const cases = [...new Set(calls.map(({ caseId }) => caseId))];
  const [service] = await hire(admin, 'service', [`clock.${runName}`]);
  const hired = await hire(
    admin,
    'caller',
    users.map((user) => `${user}.${runName}`),
  );
  const clock = new OwnedClock(service?.client ?? admin);
  await clock.moveTo(new Date(calls[0]?.startedMs ?? 0).toISOString());
  const round = await openRound(admin, runName, OPEN_SETTINGS);
  const importId = await importCards(admin, round, caseFile(cases), MAPPING);
  const cardIds = await importedCards(admin, importId);
  const moment = new NewestMoment();
  const { roundId } = round;
  const screens = new Map(hired.map(({ client }, index) => [users[index], new Desk(client, roundId, moment)]));
  const cards = new Map(cases.map((caseId, index) => [caseId, cardIds[index]]));
  const placeOf = (call: DeskCall): { screen: Desk; cardId: string } => {
    const [screen, cardId] = [screens.get(call.user), cards.get(call.caseId)];
    if (!screen || cardId === undefined) throw new PlaceUnknown(call);
    return { screen, cardId };
  };
  const userOf = new Map(hired.map(({ accountId }, index) => [accountId, users[index] ?? '']));
  return { roundId, clock, moment, userOf, placeOf };
}

/** The file knows its cases by id only; name and telephone number are made up. */
const caseFile = (cases: readonly string[]): string =>
  stringify([Object.values(MAPPING), ...cases.map((id, index) => [id, `Ärende ${id}`, phoneOf(index)])], {
    delimiter: ';',
  });
