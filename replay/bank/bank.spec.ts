import { beforeAll, expect, test } from '@jest/globals';
import { describeWithSharedData } from '../../test/support/shared-data.js';
import { readTruth } from '../data/read-truth.js';
import { differs } from '../report/figure.js';
import { readBankFile, type Contact } from './bank-file.js';
import { compareBank } from './bank-report.js';
import { cappedCampaign, wholeCampaign, type BankTruth } from './bank-truth.js';

/** Megabytes of text on a machine that may be busy. */
const READING_MS = 60_000;

describeWithSharedData('the bank campaign', 'bank-full.csv', (file) => {
  let contacts: readonly Contact[];

  beforeAll(async () => {
    contacts = await readBankFile(file);
  }, READING_MS);

  test('its rows add up to the truth beside it', async () => {
    const truth = wholeCampaign(await readTruth<BankTruth>(file));
    const sum = (value: (contact: (typeof contacts)[number]) => number) =>
      contacts.reduce((total, contact) => total + value(contact), 0);
    expect({
      cards: contacts.length,
      calls: sum(({ attempts }) => attempts),
      orders: contacts.filter(({ sold }) => sold).length,
      talkSeconds: sum(({ talkSeconds }) => talkSeconds),
    }).toEqual({ cards: truth.cards, calls: truth.calls, orders: truth.orders, talkSeconds: truth.talkSeconds });
  });

  test('R5: with a cap of 5, 21,156 attempts on 4,355 cards must be refused', async () => {
    const truth = await readTruth<BankTruth>(file);
    const capped = cappedCampaign(truth, contacts, 5);
    expect(capped).toMatchObject({ calls: 124_956 - 21_156, refusedAttempts: 21_156, refusedCards: 4_355 });
    expect(capped.byAttempts.contacts.get('5')).toBe(1_764 + 4_355);
    expect(capped.byAttempts.contacts.has('6')).toBe(false);
  });

  test('R5: a cap above the longest contact changes nothing', async () => {
    const truth = await readTruth<BankTruth>(file);
    const figures = compareBank(cappedCampaign(truth, contacts, 63), wholeCampaign(truth));
    expect(figures.filter(differs)).toEqual([]);
  });
});
