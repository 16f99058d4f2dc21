import type { Role } from '#events/contracts/index';
import { FirstAdmin } from '../../accounts/first-admin.js';
import { OpenAccount } from '../../accounts/open-account.handler.js';
import { CreateCampaign } from '../../campaigns/create-campaign.handler.js';
import { OpenRound } from '../../campaigns/open-round.handler.js';
import type { Actor, DemoEngine } from './demo-engine.js';
import { importCsv } from './demo-import.js';
import { asCsv, type InventedCompany } from './invented-companies.js';

export interface DemoAccount extends Actor {
  readonly username: string;
  /** Absent where the account had been made before. */
  readonly oneTimePassword?: string;
}

export interface DemoCampaign {
  readonly roundId: string;
  readonly accounts: readonly DemoAccount[];
}

const SERVICE: Actor = { accountId: 'service:demo', role: 'service' };
const ACCOUNTS: readonly (readonly [username: string, displayName: string, role: Role])[] = [
  ['lena', 'Lena Ledare', 'lead'],
  ['ann', 'Ann Ringare', 'caller'],
  ['bo', 'Bo Ringare', 'caller'],
  ['cia', 'Cia Ringare', 'caller'],
  ['revisor', 'Rut Revisor', 'auditor'],
];

/** Accounts, a campaign, its first round, and the companies in it. */
export async function makeCampaign(engine: DemoEngine, companies: readonly InventedCompany[]): Promise<DemoCampaign> {
  const accounts = await openAccounts(engine);
  const lead = accounts.find(({ role }) => role === 'lead') ?? SERVICE;
  const { campaignId } = await engine.command(lead, (cause) => new CreateCampaign({ name: 'Demokampanjen' }, cause));
  const { roundId } = await engine.command(lead, (cause) => new OpenRound(campaignId, { name: 'Omgång 1' }, cause));
  await engine.caughtUp();
  await importCsv(engine, lead, { csv: asCsv(companies), campaignId, roundId });
  return { roundId, accounts };
}

async function openAccounts(engine: DemoEngine): Promise<DemoAccount[]> {
  const made: DemoAccount[] = [];
  for (const [username, displayName, role] of ACCOUNTS) {
    const data = { username, displayName, role };
    const opened = await engine.command(SERVICE, (cause) => new OpenAccount(data, cause));
    made.push({ username, role, ...opened });
  }
  const admin = await engine.get(FirstAdmin).makeOnce();
  return admin ? [...made, { ...admin, accountId: '', role: 'admin' }] : made;
}
