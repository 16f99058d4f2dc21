import { accountContracts } from '#events/contracts/account.events';
import { campaignContracts } from '#events/contracts/campaign.events';
import { cardContracts } from '#events/contracts/card.events';
import { caseContracts } from '#events/contracts/case.events';
import { claimKeyContracts } from '#events/contracts/claim-key.events';
import { companyContracts } from '#events/contracts/company.events';
import { importContracts } from '#events/contracts/import.events';
import { installationContracts } from '#events/contracts/installation.events';
import { invoiceContracts } from '#events/contracts/invoice.events';
import { numberContracts } from '#events/contracts/number.events';
import { orderContracts } from '#events/contracts/order.events';
import { webhookContracts } from '#events/contracts/webhook.events';
import type { Reactor } from './reactor.js';

/** Which streams hold which events. */
const HOMES: readonly (readonly [categories: readonly string[], contracts: object])[] = [
  [['card'], cardContracts],
  [['number'], numberContracts],
  [['company'], companyContracts],
  [['campaign'], campaignContracts],
  [['account', 'session', 'caller'], accountContracts],
  [['import'], importContracts],
  [['order'], orderContracts],
  [['invoiceseries', 'invoicerun'], invoiceContracts],
  [['case'], caseContracts],
  [['webhook'], webhookContracts],
  [['companynumber', 'workplace', 'externalid', 'username'], claimKeyContracts],
  [['installation'], installationContracts],
];

/** The categories to subscribe to for the types that the reactors handle. */
export function categoriesOf(reactors: readonly Reactor[]): readonly string[] {
  const types = reactors.flatMap(({ on }) => Object.keys(on));
  return HOMES.filter(([, contracts]) => types.some((type) => type in contracts)).flatMap(([categories]) => categories);
}
