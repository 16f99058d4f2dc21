import { accountContracts, type AccountEvent, type CallerEvent, type SessionEvent } from './account.events.js';
import { campaignContracts, type CampaignEvent } from './campaign.events.js';
import { cardContracts, type CardEvent } from './card.events.js';
import { caseContracts, type CaseEvent } from './case.events.js';
import { claimKeyContracts, type ClaimKeyEvent } from './claim-key.events.js';
import { companyContracts, type CompanyEvent } from './company.events.js';
import { importContracts, type ImportEvent } from './import.events.js';
import { installationContracts, type InstallationEvent } from './installation.events.js';
import { invoiceContracts, type InvoiceExportEvent, type InvoiceSeriesEvent } from './invoice.events.js';
import { numberContracts, type NumberEvent } from './number.events.js';
import { orderContracts, type OrderEvent } from './order.events.js';
import { webhookContracts, type WebhookEvent } from './webhook.events.js';
import type { ContractsOf } from './domain-event.js';

export type AterkomEvent =
  | CardEvent
  | NumberEvent
  | CompanyEvent
  | ClaimKeyEvent
  | CampaignEvent
  | OrderEvent
  | InvoiceSeriesEvent
  | InvoiceExportEvent
  | CaseEvent
  | WebhookEvent
  | AccountEvent
  | SessionEvent
  | CallerEvent
  | ImportEvent
  | InstallationEvent;

/** Every event type that may stand in the log. */
export const eventContracts: ContractsOf<AterkomEvent> = {
  ...cardContracts,
  ...numberContracts,
  ...companyContracts,
  ...claimKeyContracts,
  ...campaignContracts,
  ...orderContracts,
  ...invoiceContracts,
  ...caseContracts,
  ...webhookContracts,
  ...accountContracts,
  ...importContracts,
  ...installationContracts,
};

export type * from './account.events.js';
export type * from './campaign.events.js';
export type * from './card.events.js';
export type * from './case.events.js';
export type * from './claim-key.events.js';
export type * from './company.events.js';
export type * from './domain-event.js';
export type * from './import.events.js';
export type * from './installation.events.js';
export type * from './invoice.events.js';
export type * from './number.events.js';
export type * from './order.events.js';
export type * from './order-form.js';
export type * from './outcome-facts.js';
export type * from './webhook.events.js';
