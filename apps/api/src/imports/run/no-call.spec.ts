import { describe, expect, test } from '@jest/globals';
import { cardDecider } from '#domain/card/card.decider';
import { companyDecider } from '#domain/company/company.decider';
import type { CompanyCommand } from '#domain/company/company.commands';
import { numberDecider } from '#domain/number/number.decider';
import type { NumberCommand } from '#domain/number/number.commands';
import { cardStream, companyStream, numberStream } from '#events/contracts/stream-names';
import { hash, ImportDesk, NOON, someCause } from '../testing/import-desk.js';
import { temporaryFiles } from '../testing/temporary-files.js';

const files = temporaryFiles();
const HEADING = 'namn;orgnr;telefon;postnr';
const ASA = 'Café Åsa;556016-0680;08-123 45 67;136 40';
const csv = (...rows: string[]): string => [HEADING, ...rows].join('\n');

const BLOCK = { blockId: 'block-1', blockedBy: 'adam', reason: 'asked by letter', now: NOON };

class Desk extends ImportDesk {
  async number(e164: string, command: NumberCommand): Promise<void> {
    await this.decisions.run(numberDecider, numberStream(hash.of('number', e164)), command, someCause());
  }

  async company(companyId: string | undefined, command: CompanyCommand): Promise<void> {
    await this.decisions.run(companyDecider, companyStream(companyId ?? ''), command, someCause());
  }
}

const desk = async (): Promise<Desk> => {
  const made = new Desk(files);
  await made.open('r1', 'r2');
  return made;
};

describe('R6: no import passes a no-call', () => {
  test('of a number: the row is refused and leaves no trace but its report', async () => {
    const at = await desk();
    await at.number('+4681234567', { type: 'BlockNumber', data: { ...BLOCK, cause: 'by-hand' } });
    const { rows } = await at.import(csv(ASA));
    expect(rows).toEqual([{ row: 2, verdict: 'refused', reasons: [{ code: 'no-call.blocked' }] }]);
    expect((await at.log()).map(({ type }) => type)).toEqual([
      'CampaignCreated',
      'RoundOpened',
      'RoundOpened',
      'NumberBlocked',
      'ImportStarted',
      'ImportRowsReported',
      'ImportCompleted',
    ]);
  });

  test('of one of two numbers', async () => {
    const at = await desk();
    await at.number('+46701234567', { type: 'BlockNumber', data: { ...BLOCK, cause: 'by-hand' } });
    const { rows } = await at.import(csv('Café Åsa;;08-123 45 67, 070-123 45 67;'));
    expect(rows).toMatchObject([{ verdict: 'refused', reasons: [{ code: 'no-call.blocked' }] }]);
  });

  test('of a company: its known cards enter no further round, its new ones are not made', async () => {
    const at = await desk();
    const [asa] = (await at.import(csv(ASA))).rows;
    await at.company(asa?.companyId, { type: 'BlockCompany', data: { ...BLOCK, cause: 'by-hand' } });
    const { rows } = await at.import(csv(ASA, 'Café Bo;556016-0680;08-765 43 21;'), { roundId: 'r2' });
    expect(rows).toEqual([
      { row: 2, verdict: 'refused', cardId: asa?.cardId, reasons: [{ code: 'no-call.blocked' }] },
      { row: 3, verdict: 'refused', reasons: [{ code: 'no-call.blocked' }] },
    ]);
    expect([...(await at.cards()).values()].map(({ rounds }) => rounds.map(({ roundId }) => roundId))).toEqual([
      ['r1'],
    ]);
  });

  test('of a workplace whose card is barred', async () => {
    const at = await desk();
    const cardId = (await at.import(csv(ASA))).rows[0]?.cardId ?? '';
    const bar = { type: 'BarCard', data: { blockId: 'block-1', scope: 'workplace', now: NOON } } as const;
    await at.decisions.run(cardDecider, cardStream(cardId), bar, someCause());
    const { rows } = await at.import(csv(ASA), { roundId: 'r2' });
    expect(rows).toEqual([{ row: 2, verdict: 'refused', cardId, reasons: [{ code: 'no-call.blocked' }] }]);
  });

  test('that has been lifted no longer holds', async () => {
    const at = await desk();
    await at.number('+4681234567', { type: 'BlockNumber', data: { ...BLOCK, cause: 'by-hand' } });
    const lift = { blockId: 'block-1', liftedBy: 'adam', reason: 'a mistake', evidence: 'letter 7', now: NOON };
    await at.number('+4681234567', { type: 'LiftNumberBlock', data: lift });
    expect((await at.import(csv(ASA))).rows).toMatchObject([{ verdict: 'accepted' }]);
  });

  test('that waits for a decision about a larger company freezes its new cards', async () => {
    const at = await desk();
    const four = ['A', 'B', 'C', 'D'].map((name, n) => `Skola ${name};212000-0084;08-123 45 6${n};136 40`);
    const [first] = (await at.import(csv(...four))).rows;
    const proposal = { blockId: 'block-1', cardId: first?.cardId ?? '', proposedBy: 'bo', reason: 'asked' };
    await at.company(first?.companyId, {
      type: 'ProposeBlock',
      data: { ...proposal, smallCompanyWorkplaces: 3, now: NOON },
    });
    const { rows } = await at.import(csv('Skola E;212000-0084;08-123 45 69;136 40'));
    expect(rows).toMatchObject([{ verdict: 'accepted-with-warning', reasons: [{ code: 'company.block-undecided' }] }]);
    expect((await at.cards()).get(rows[0]?.cardId ?? '')).toMatchObject({
      freezes: ['block-1'],
      rounds: [{ roundId: 'r1' }],
    });
  });
});

describe('an import', () => {
  const dead = { type: 'DeclareDead', data: { cardId: 'k1', declaredBy: 'bo', now: NOON } } as const;

  test('takes a number that is dead everywhere for none of the card', async () => {
    const at = await desk();
    await at.number('+4681234567', dead);
    const { rows } = await at.import(csv('Café Åsa;;08-123 45 67, 070-123 45 67;'));
    expect(rows).toMatchObject([
      { verdict: 'accepted-with-warning', reasons: [{ code: 'number.dead', field: 'phone' }] },
    ]);
    expect((await at.log()).find(({ type }) => type === 'CardImported')?.data).toMatchObject({
      numbers: [{ e164: '+46701234567' }],
      source: { unreadableNumbers: ['+4681234567'] },
    });
  });

  test('refuses a row whose every number is dead, and one of a company that has ceased', async () => {
    const at = await desk();
    const [asa] = (await at.import(csv(ASA))).rows;
    await at.company(asa?.companyId, {
      type: 'ConfirmCeased',
      data: { confirmedBy: 'adam', evidence: 'register', now: NOON },
    });
    await at.number('+46701234567', dead);
    const { rows } = await at.import(csv('Café Bo;;070-123 45 67;', 'Café Ek;556016-0680;08-765 43 21;'), {
      roundId: 'r2',
    });
    expect(rows.map(({ reasons }) => reasons)).toEqual([[{ code: 'number.dead' }], [{ code: 'company.ceased' }]]);
  });

  test('tells the company of every workplace and number before the card exists', async () => {
    const at = await desk();
    const { rows } = await at.import(csv(ASA, 'Café Åsa Söder;556016-0680;08-765 43 21;118 00'));
    const log = await at.log();
    for (const { cardId } of rows) {
      const joined = log.findIndex(
        ({ type, data }) => type === 'WorkplaceJoined' && 'cardId' in data && data.cardId === cardId,
      );
      const imported = log.findIndex(({ streamId }) => streamId === `card-${cardId}`);
      expect(joined).toBeGreaterThan(0);
      expect(imported).toBeGreaterThan(joined);
    }
    expect(log.find(({ type }) => type === 'CompanyRegistered')?.data).toMatchObject({ companyNumber: '5560160680' });
  });

  test('names nothing personal in streams and metadata', async () => {
    const at = await desk();
    await at.import(csv('Eva Ek;510217-1234;070-123 45 67;118 00'));
    const log = await at.log();
    expect(log.some(({ type }) => type === 'CardImported')).toBe(true);
    const outside = JSON.stringify(log.map(({ streamId, metadata }) => [streamId, metadata]));
    expect(outside).not.toMatch(/Eva|510217|1234567|0701/);
  });
});
