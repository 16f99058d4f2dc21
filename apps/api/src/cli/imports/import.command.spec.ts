import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultSettings } from '#domain/campaign/campaign-settings';
import { write, written } from '#read-models/testing/written-log';
import type { AterkomEvent } from '#events/contracts/index';
import { SmallInstallation } from '../testing/small-installation.js';

const ROUND = '019ab0c4-7a00-7000-8000-000000000001';
const CAMPAIGN = '019ab0c4-7a00-7000-8000-000000000002';
const AT = '2026-11-23T08:00:00.000Z';

const opened: readonly AterkomEvent[] = [
  { type: 'CampaignCreated', data: { name: 'Vår', settings: defaultSettings, createdBy: 'lena', createdAt: AT } },
  { type: 'RoundOpened', data: { roundId: ROUND, name: 'Omgång 1', openedBy: 'lena', openedAt: AT } },
];

let small: SmallInstallation;
let file: string;

beforeEach(async () => {
  small = await SmallInstallation.make();
  await small.onLog((log) => write(log, written(`campaign-${CAMPAIGN}`, ...opened)));
  await small.project();
  file = join(small.folder, 'lista.csv');
  writeFileSync(file, 'namn;ort\nCafé Åsa;Handen\n;Nacka\n');
});

afterEach(() => small.remove());

const importFile = (...more: string[]) => small.run('import', file, '--round', ROUND, ...more);
const headOf = () => small.onLog((log) => log.head());

interface Summary {
  readonly importId: string;
  readonly counts: unknown;
  readonly mapping: unknown;
}

describe('aterkom import', () => {
  test('imports a file and tells what came of its rows', async () => {
    const ran = await importFile('--json');
    expect(ran).toMatchObject({ exitCode: 0, err: '' });
    expect(JSON.parse(ran.out)).toMatchObject({
      counts: { accepted: 1, 'accepted-with-warning': 0, duplicate: 0, refused: 1 },
      mapping: { name: 'namn', city: 'ort' },
    });
    const log = await small.onLog((events) => events.readAll({ limit: 1000 }));
    expect(log.find(({ type }) => type === 'CardImported')).toMatchObject({
      metadata: { actor: 'service:command-line', client: 'cli' },
    });
  });

  test('prints a table for a person', async () => {
    expect((await importFile()).out).toMatch(/name from "namn".*accepted\W+1\W.*refused\W+1\W/s);
  });

  test('of the same file again prints the same and appends nothing', async () => {
    const first = await importFile('--json');
    const head = await headOf();
    expect(await importFile('--json')).toEqual(first);
    expect(await headOf()).toBe(head);
    expect(readFileSync(file, 'utf8')).toContain('Café Åsa');
  });

  test('takes a mapping as JSON or from a file', async () => {
    const mapping = { name: 'ort' };
    const asText = await importFile('--json', '--mapping', JSON.stringify(mapping));
    writeFileSync(join(small.folder, 'mapping.json'), JSON.stringify(mapping));
    const fromFile = await importFile('--json', '--mapping', join(small.folder, 'mapping.json'));
    expect((JSON.parse(asText.out) as Summary).mapping).toEqual(mapping);
    expect(fromFile).toEqual(asText);
  });

  test('writes the report of the rows', async () => {
    const report = join(small.folder, 'rapport.csv');
    await importFile('--report', report);
    expect(readFileSync(report, 'utf8')).toMatch(/Rad;Utfall.*3;Avvisad;Namnet saknas/s);
  });

  test.each([
    ['a broken file', ['namn;ort\nA;"B'], 'file.quote-not-closed'],
    ['headings without a name', ['x;y\n1;2'], 'mapping.needs-name'],
  ])('refuses %s with exit code 1', async (_, [text = ''], code) => {
    writeFileSync(file, text);
    const head = await headOf();
    const ran = await importFile();
    expect(ran).toMatchObject({ exitCode: 1, out: '' });
    expect(ran.err).toContain(code);
    expect(await headOf()).toBe(head);
  });

  test('refuses a round that does not exist with exit code 1', async () => {
    const ran = await small.run('import', file, '--round', CAMPAIGN);
    expect(ran).toMatchObject({ exitCode: 1, out: '' });
    expect(ran.err).toContain('round.unknown');
  });

  test('asks for the engine where nothing has been projected yet', async () => {
    const fresh = await SmallInstallation.make();
    const ran = await fresh.run('import', file, '--round', ROUND);
    expect(ran).toMatchObject({ exitCode: 1, out: '' });
    expect(ran.err).toContain('start the engine first');
    fresh.remove();
  });

  test.each([
    ['a file that does not exist', ['import', 'nowhere.csv', '--round', ROUND]],
    ['no round', ['import', 'nowhere.csv']],
  ])('%s is wrong usage, exit code 2', async (_, args) => {
    expect(await small.run(...args)).toMatchObject({ exitCode: 2, out: '' });
  });
});
