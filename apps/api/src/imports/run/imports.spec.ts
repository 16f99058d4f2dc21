import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeWithSharedData } from '../../../../../test/support/shared-data.js';
import { readFile } from 'node:fs/promises';
import type { RowReport } from '#events/contracts/index';
import { ImportDesk } from '../testing/import-desk.js';
import { temporaryFiles } from '../testing/temporary-files.js';

const files = temporaryFiles();
const desk = (...rounds: string[]): Promise<ImportDesk> =>
  new ImportDesk(files).open(...(rounds.length > 0 ? rounds : ['r1']));

const HEADING = 'id;namn;orgnr;telefon;postnr;ort';
const csv = (...rows: string[]): string => [HEADING, ...rows].join('\n');
const ASA = 'a1;Café Åsa;556016-0680;08-123 45 67;136 40;Handen';
const BO = 'b1;Bos Bageri;;070-123 45 67;111 22;Stockholm';

const verdicts = (rows: readonly RowReport[]): string[] =>
  rows.map(({ row, verdict, reasons }) => [row, verdict, ...reasons.map(({ code }) => code)].join(' '));

describe('an import', () => {
  test('makes a card of every row, its company and its place in the round', async () => {
    const at = await desk();
    const { importId, rows } = await at.import(csv(ASA, BO));
    expect(verdicts(rows)).toEqual(['2 accepted', '3 accepted']);
    const cards = await at.cards();
    expect([...cards.values()].map(({ workplace }) => workplace?.name).sort()).toEqual(['Bos Bageri', 'Café Åsa']);
    const asa = cards.get(rows[0]?.cardId ?? '');
    expect(asa).toMatchObject({ companyId: rows[0]?.companyId, rounds: [{ roundId: 'r1', campaignId: 'c1' }] });
    const log = await at.log();
    expect(log.find(({ data }) => 'externalId' in data && data.externalId === 'a1')).toMatchObject({
      type: 'CardImported',
      data: { source: { kind: 'import', importId, row: 2 } },
      metadata: { actor: 'lena', actorRole: 'lead' },
    });
    expect(log.at(-1)).toMatchObject({ type: 'ImportCompleted', data: { counts: { accepted: 2, refused: 0 } } });
  });

  test('of the same file again answers with the same report and appends nothing', async () => {
    const at = await desk();
    const first = await at.import(csv(ASA, BO));
    const head = await at.store.head();
    expect(await at.import(csv(ASA, BO))).toEqual(first);
    expect(await at.store.head()).toBe(head);
  });

  test('under a key of its own reports the known cards as duplicates and changes none', async () => {
    const at = await desk();
    const first = await at.import(csv(ASA, BO));
    const cards = await at.cards();
    const again = await at.import(csv(ASA, BO), { importId: '0197a000-0000-7000-8000-000000000001' });
    expect(verdicts(again.rows)).toEqual(['2 duplicate', '3 duplicate']);
    expect(again.rows.map(({ cardId }) => cardId)).toEqual(first.rows.map(({ cardId }) => cardId));
    expect(await at.cards()).toEqual(cards);
  });

  test('twice at once, in two processes, makes no doubles', async () => {
    const at = await desk();
    const other = new ImportDesk(files, at.store);
    const text = csv(
      ...Array.from({ length: 40 }, (_, n) => `${n % 30};Skola ${n % 30};;08-123 45 ${10 + (n % 30)};;Handen`),
    );
    const [a, b] = await Promise.all([at.import(text), other.import(text)]);
    expect(a).toEqual(b);
    expect(await at.cards()).toHaveProperty('size', 30);
    expect(await at.import(text)).toEqual(a);
  });

  test('of two files with the same rows at once makes no doubles', async () => {
    const at = await desk();
    const other = new ImportDesk(files, at.store);
    const rows = Array.from({ length: 30 }, (_, n) => `${n};Skola ${n};556016-0680;08-123 45 ${10 + n};;Handen`);
    const reports = await Promise.all([at.import(csv(...rows)), other.import(csv(...rows.toReversed()))]);
    expect(await at.cards()).toHaveProperty('size', 30);
    const all = reports.flatMap((report) => report.rows);
    expect(all.filter(({ verdict }) => verdict === 'accepted')).toHaveLength(30);
    expect(all.filter(({ verdict }) => verdict === 'duplicate')).toHaveLength(30);
    expect((await at.log()).filter(({ type }) => type === 'CompanyRegistered')).toHaveLength(1);
  });

  test('of cards of an earlier round lets them enter the new one', async () => {
    const at = await desk('r1', 'r2');
    const first = await at.import(csv(ASA));
    const second = await at.import(csv(ASA), { roundId: 'r2' });
    expect(second.rows).toEqual([{ ...first.rows[0], reasons: [{ code: 'card.known' }] }]);
    expect([...(await at.cards()).values()].map(({ rounds }) => rounds.map(({ roundId }) => roundId))).toEqual([
      ['r1', 'r2'],
    ]);
  });

  test('refuses a file that is broken before anything of it is imported', async () => {
    const at = await desk();
    const head = await at.store.head();
    await expect(at.import(csv(ASA, 'b;"Bo;;;;'))).rejects.toMatchObject({ code: 'file.quote-not-closed', line: 3 });
    await expect(at.import('a;b\n1;2')).rejects.toMatchObject({ code: 'mapping.needs-name' });
    await expect(at.import(csv(ASA), { roundId: 'r9' })).rejects.toMatchObject({ code: 'round.unknown' });
    expect(await at.store.head()).toBe(head);
  });

  test('leaves no file behind when it is complete', async () => {
    const at = await desk();
    await at.import(csv(ASA));
    await at.import(csv(ASA));
    expect(await at.keptFiles.left()).toEqual([]);
  });
});

describe('a row that comes again', () => {
  const second = async (row: string): Promise<string[]> =>
    verdicts((await (await desk()).import(csv(ASA, row))).rows).slice(1);

  test.each([
    ['the same id', 'a1;Café Åsa AB;;08-765 43 21;;Handen'],
    ['the same company, name and postcode', ';CAFÉ ÅSA;5560160680;;13640;'],
    ['the same telephone, name and postcode', ';Café Åsa;;0046 8 123 45 67;136 40;'],
  ])('is a duplicate by %s', async (_, row) => {
    expect(await second(row)).toEqual(['3 duplicate']);
  });

  test.each([
    ['another workplace of the company', ';Café Bo;556016-0680;;136 40;Handen'],
    ['another workplace behind the same switchboard', ';Café Bo;;08-123 45 67;136 40;Handen'],
    ['a namesake elsewhere', ';Café Åsa;;08-765 43 21;999 99;Kiruna'],
  ])('is a card of its own as %s', async (_, row) => {
    expect(await second(row)).toEqual(['3 accepted']);
  });

  test('is known by a key that only a later row told', async () => {
    const at = await desk();
    const { rows } = await at.import(
      csv(ASA, 'a1;Café Åsa;;070-765 43 21;136 40;', ';Café Åsa;;070-765 43 21;136 40;'),
    );
    expect(verdicts(rows)).toEqual(['2 accepted', '3 duplicate', '4 duplicate']);
    expect(new Set(rows.map(({ cardId }) => cardId)).size).toBe(1);
  });

  test('is refused where its id leads to a card that shares nothing with it', async () => {
    expect(await second('a1;Bos Bageri;;070-123 45 67;111 22;')).toEqual(['3 refused external-id.other-workplace']);
  });

  test('is a duplicate of the row above it, whichever comes first', async () => {
    const shared = fc.constantFrom(...Array.from({ length: 6 }, (_, n) => n));
    const row = (n: number, hasId: boolean): string =>
      `${hasId ? n : ''};Skola ${n};556016-0680;08-123 45 ${10 + n};13640;`;
    const someRows = fc.array(fc.record({ n: shared, hasId: fc.boolean() }), { minLength: 1, maxLength: 12 });
    const orders = someRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    await fc.assert(
      fc.asyncProperty(orders, async ([rows, shuffled]) => {
        const namesOf = async (some: typeof rows): Promise<(string | undefined)[]> => {
          const at = await desk();
          await at.import(csv(...some.map(({ n, hasId }) => row(n, hasId))));
          return [...(await at.cards()).values()].map(({ workplace }) => workplace?.name).sort();
        };
        const expected = [...new Set(rows.map(({ n }) => `Skola ${n}`))].sort();
        expect(await namesOf(rows)).toEqual(expected);
        expect(await namesOf(shuffled)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

describeWithSharedData('an import of a real list of schools', 'se_schools_432.csv', (path) => {
  test('gives 432 cards of 144 companies', async () => {
    const at = await desk();
    const { rows } = await at.import(await readFile(path));
    expect(new Set(rows.map(({ cardId }) => cardId)).size).toBe(432);
    expect(new Set(rows.map(({ companyId }) => companyId)).size).toBe(144);
    expect(verdicts(rows).filter((text) => !text.endsWith(' accepted'))).toEqual([
      '54 accepted-with-warning phone.unusually-short',
      '226 accepted-with-warning phone.unusually-short',
    ]);
    const log = await at.log();
    expect(log.filter(({ type }) => type === 'WorkplaceJoined')).toHaveLength(432);
    expect(log.filter(({ type }) => type === 'CompanyRegistered')).toHaveLength(144);
  });
});
