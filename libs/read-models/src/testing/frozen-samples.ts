import { readFileSync, readdirSync } from 'node:fs';
import { accountContracts } from '#events/contracts/account.events';
import { campaignContracts } from '#events/contracts/campaign.events';
import { cardContracts } from '#events/contracts/card.events';
import { claimKeyContracts } from '#events/contracts/claim-key.events';
import { companyContracts } from '#events/contracts/company.events';
import { importContracts } from '#events/contracts/import.events';
import type { AterkomEvent } from '#events/contracts/index';
import { installationContracts } from '#events/contracts/installation.events';
import { numberContracts } from '#events/contracts/number.events';
import { orderContracts } from '#events/contracts/order.events';
import { written, type Written } from './written-log.js';

const FOLDER = new URL('../../../../test/fixtures/events/', import.meta.url);

const STREAMS = [
  ['card-s1', cardContracts],
  ['number-s1', numberContracts],
  ['company-s1', companyContracts],
  ['companynumber-s1', claimKeyContracts],
  ['campaign-s1', campaignContracts],
  ['account-s1', accountContracts],
  ['import-s1', importContracts],
  ['order-s1', orderContracts],
  ['installation-this', installationContracts],
] as const;

/** One event of every type, as it is frozen, in a stream of its kind; in the order of their names, which is no life of any card. */
export const frozenSamples = (): Written[] =>
  readdirSync(FOLDER).flatMap((file) => {
    // The cast: another test shows that every sample decodes.
    const { type, data } = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as AterkomEvent;
    const stream = STREAMS.find(([, contracts]) => Object.hasOwn(contracts, type));
    return stream ? written(stream[0], { type, data } as AterkomEvent) : [];
  });
