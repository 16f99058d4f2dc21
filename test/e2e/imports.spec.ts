import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plus } from '#domain/shared/instant';
import { projections } from '#read-models/projections';
import type { ImportDto, ImportPreviewDto, ImportRowsDto } from '../../apps/api/src/imports/import.dto.js';
import { Imports } from '../../apps/api/src/imports/run/imports.js';
import { describeWithSharedData } from '../support/shared-data.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { Answer, Headers, SignedInClient } from '../support/test-client.js';
import { TestRound } from '../support/test-round.js';

const TEXT = ['id;Namn;Orgnr;Telefon;Ort', 'a1;Café Åsa;556016-0680;08-123 45 67;Handen', 'b1;;;12;'].join('\n');

let dataDir: string;
let api: TestApp;
let lead: SignedInClient;
let round: TestRound;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'aterkom-imports-'));
  api = await startTestApp({ environment: { DATA_DIR: dataDir }, projections });
  lead = await api.as('lead');
  round = await TestRound.open(api);
});

afterAll(async () => {
  await api.close();
  rmSync(dataDir, { recursive: true });
});

interface Sent {
  readonly file?: string | Uint8Array<ArrayBuffer>;
  readonly mapping?: string;
  readonly headers?: Headers;
  readonly to?: string;
}

async function send(sent: Sent, client = lead): Promise<Answer> {
  const { file = TEXT, mapping, headers, to = `/rounds/${round.roundId}/imports` } = sent;
  const form = new FormData();
  if (mapping !== undefined) form.append('mapping', mapping);
  form.append('file', new Blob([file]), 'lista.csv');
  return sendForm(form, to, headers, client);
}

async function sendForm(form: FormData, to: string, headers: Headers = {}, client = lead): Promise<Answer> {
  return client.send('POST', to, form, headers);
}

const preview = (sent: Sent) => send({ ...sent, to: `/rounds/${round.roundId}/imports/preview` });
const codeOf = (answer: Answer): string => `${answer.statusCode} ${answer.json<{ code: string }>().code}`;

async function finished(importId: string): Promise<ImportDto> {
  await api.app.get(Imports).find(importId)?.done;
  return (await lead.get(`/imports/${importId}`)).json<ImportDto>();
}

async function imported(sent: Sent): Promise<ImportDto> {
  const answer = await send(sent);
  expect(answer.statusCode).toBe(202);
  return finished(answer.json<{ importId: string }>().importId);
}

const rowsOf = async (importId: string, query = '', headers?: Headers): Promise<ImportRowsDto> =>
  (await lead.get(`/imports/${importId}/rows${query}`, headers)).json<ImportRowsDto>();

describe('a preview of a file', () => {
  test('shows how it is read and what would come of its first rows, and changes nothing', async () => {
    const head = await api.store.head();
    const answer = await preview({});
    expect(answer.statusCode).toBe(200);
    expect(answer.json<ImportPreviewDto>()).toMatchObject({
      headings: ['id', 'Namn', 'Orgnr', 'Telefon', 'Ort'],
      mapping: { externalId: 'id', name: 'Namn', companyNumber: 'Orgnr', phone: 'Telefon', city: 'Ort' },
      rowCount: 2,
      rows: [
        {
          row: 2,
          verdict: 'accepted',
          reasons: [],
          cells: ['a1', 'Café Åsa', '556016-0680', '08-123 45 67', 'Handen'],
        },
        { row: 3, verdict: 'refused', reasons: [{ code: 'name.missing', field: 'name', message: 'Namnet saknas.' }] },
      ],
    });
    expect(await api.store.head()).toBe(head);
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
  });

  test('reads it in the way that is asked for, also without a name', async () => {
    const { mapping, rows } = (await preview({ mapping: '{"city":"Namn"}' })).json<ImportPreviewDto>();
    expect(mapping).toEqual({ city: 'Namn' });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['refused', 'refused']);
  });
});

describe('an import', () => {
  let done: ImportDto;

  beforeAll(async () => {
    done = await imported({});
  });

  test('says how far it has come', () => {
    expect(done).toMatchObject({
      roundId: round.roundId,
      campaignId: round.campaignId,
      state: 'completed',
      counts: { accepted: 1, 'accepted-with-warning': 0, duplicate: 0, refused: 1 },
      startedBy: lead.accountId,
    });
  });

  test('reports every row in the language of the client', async () => {
    const { rows, next } = await rowsOf(done.importId, '', { 'accept-language': 'en' });
    expect(rows).toEqual([
      { row: 2, verdict: 'accepted', reasons: [], cardId: expect.any(String), companyId: expect.any(String) },
      {
        row: 3,
        verdict: 'refused',
        reasons: [{ code: 'name.missing', field: 'name', message: 'The name is missing.' }],
      },
    ]);
    expect(next).toBeUndefined();
  });

  test('gives its cards to the callers of the round', async () => {
    await api.caughtUp();
    const caller = await api.as('caller');
    const answer = await caller.post(`/rounds/${round.roundId}/next-card`);
    expect(answer.json<{ card: { workplace: { name: string } } }>().card.workplace.name).toBe('Café Åsa');
  });

  test('of the same file again is the same import and appends nothing', async () => {
    const head = await api.store.head();
    expect(await imported({})).toEqual(done);
    expect(await api.store.head()).toBe(head);
  });

  test('with a key of the client is another, whose repeat is the same', async () => {
    const headers = { 'idempotency-key': 'second-try' };
    const second = await imported({ headers });
    expect(second.importId).not.toBe(done.importId);
    expect(second.counts).toMatchObject({ duplicate: 1, refused: 1 });
    expect(await imported({ headers })).toEqual(second);
    expect(codeOf(await send({ headers, file: `${TEXT}\nc1;Bo;;08-765 43 21;` }))).toBe('409 import.another-file');
  });

  test('takes the mapping before or after the file', async () => {
    const form = new FormData();
    form.append('file', new Blob(['a,b\nCafé Ek,Nacka']), 'x.csv');
    form.append('mapping', '{"name":"a","city":"b"}');
    const answer = await sendForm(form, `/rounds/${round.roundId}/imports`);
    const state = await finished(answer.json<{ importId: string }>().importId);
    expect(state).toMatchObject({ mapping: { name: 'a', city: 'b' }, counts: { accepted: 1 } });
  });

  test('leaves no file behind', () => {
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
  });
});

describe('the report of an import', () => {
  let importId: string;

  beforeAll(async () => {
    const rows = Array.from({ length: 1230 }, (_, n) => `${n % 10 === 9 ? '' : `Skola ${n}`};Handen`);
    ({ importId } = await imported({ file: ['namn;ort', ...rows].join('\n') }));
  });

  test('comes in pages that join without gap or repeat', async () => {
    const lines: number[] = [];
    for (let after: number | undefined = 0; after !== undefined;) {
      const page: ImportRowsDto = await rowsOf(importId, `?limit=400&after=${after}`);
      lines.push(...page.rows.map(({ row }) => row));
      after = page.next;
    }
    expect(lines).toEqual(Array.from({ length: 1230 }, (_, n) => n + 2));
  });

  test('begins after any line', async () => {
    for (const after of [1, 2, 500, 501, 502, 1000, 1001, 1002, 1230]) {
      expect((await rowsOf(importId, `?limit=1&after=${after}`)).rows[0]?.row).toBe(after + 1);
    }
    expect(await rowsOf(importId, '?after=1231')).toEqual({ rows: [] });
  });

  test('shows the rows of one verdict', async () => {
    const { rows } = await rowsOf(importId, '?verdict=refused&limit=1000');
    expect(rows).toHaveLength(123);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(['refused']));
  });

  test('comes as CSV for a spreadsheet, whole', async () => {
    const answer = await lead.get(`/imports/${importId}/rows.csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="import-${importId}.csv"`);
    const lines = answer.body.trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeffRad;Utfall;Orsak;Fält;Kod;Kundkort;Bolag');
    expect(lines).toHaveLength(1231);
    expect(lines[10]).toBe('11;Avvisad;Namnet saknas.;name;name.missing;;');
  });

  test.each(['?verdict=lost', '?after=-1', '?limit=0', '?limit=1001', '?after=x', '?colour=red'])(
    'refuses %s',
    async (query) => {
      expect(codeOf(await lead.get(`/imports/${importId}/rows${query}`))).toBe('422 request.body-malformed');
    },
  );

  test.each(['', '/rows', '/rows.csv'])('of an import that does not exist is 404: %s', async (path) => {
    expect(codeOf(await lead.get(`/imports/00000000-0000-4000-8000-000000000000${path}`))).toBe('404 import.unknown');
  });

  test('may be read by an auditor, who may not import', async () => {
    const auditor = await api.as('auditor');
    expect((await auditor.get(`/imports/${importId}`)).statusCode).toBe(200);
    expect(codeOf(await send({}, auditor))).toBe('403 account.role-may-not');
  });
});

describe('what is refused', () => {
  test.each<[string, Sent, string]>([
    ['an empty file', { file: '' }, '422 file.empty'],
    ['a picture', { file: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1]) }, '422 file.no-table'],
    ['a quotation mark that is not closed', { file: 'namn;ort\nA;B\nC;"D' }, '422 file.quote-not-closed'],
    ['headings without a name', { file: 'x;y\n1;2' }, '422 mapping.needs-name'],
    ['a mapping to nowhere', { mapping: '{"name":"Kund"}' }, '422 mapping.heading-unknown'],
    ['a mapping of fields that no card has', { mapping: '{"name":"Namn","size":"Ort"}' }, '422 mapping.field-unknown'],
    ['a mapping that is no JSON', { mapping: '{name}' }, '422 mapping.malformed'],
    ['a mapping that is no object of texts', { mapping: '{"name":1}' }, '422 mapping.malformed'],
    [
      'a round that does not exist',
      { to: '/rounds/00000000-0000-4000-8000-000000000000/imports' },
      '404 round.unknown',
    ],
  ])('%s', async (_, sent, expected) => {
    const head = await api.store.head();
    expect(codeOf(await send(sent))).toBe(expected);
    expect(await api.store.head()).toBe(head);
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
  });

  test('a broken file names its line', async () => {
    expect((await send({ file: 'namn;ort\nA;B\nC;"D' })).json()).toMatchObject({
      line: 3,
      detail: 'Citattecknet som öppnas på rad 3 stängs inte.',
    });
  });

  test('a form without a file, with two, with an unknown field, or cut off', async () => {
    const to = `/rounds/${round.roundId}/imports`;
    const without = new FormData();
    without.append('mapping', '{"name":"Namn"}');
    expect(codeOf(await sendForm(without, to))).toBe('422 upload.file-missing');
    const two = new FormData();
    for (const name of ['file', 'file2']) two.append(name, new Blob([TEXT]), 'x.csv');
    expect(codeOf(await sendForm(two, to))).toBe('422 upload.malformed');
    const unknown = new FormData();
    unknown.append('colour', 'red');
    expect(codeOf(await sendForm(unknown, to))).toBe('422 upload.malformed');
    const headers = { authorization: `Bearer ${lead.token}`, 'content-type': 'multipart/form-data; boundary=x' };
    const payload = '--x\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\nnamn\nA';
    const cut = await api.app.inject({ method: 'POST', url: `/api${to}`, headers, payload });
    expect(codeOf(cut)).toBe('422 upload.malformed');
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
  });

  test('JSON where a file is expected', async () => {
    expect(codeOf(await lead.post(`/rounds/${round.roundId}/imports`, {}))).toBe(
      '415 request.content-type-unsupported',
    );
  });

  test('a closed round', async () => {
    const { roundId } = await TestRound.open(api).then(async (other) => {
      await lead.post(`/campaigns/${other.campaignId}/rounds/${other.roundId}/closing`);
      return other;
    });
    expect(codeOf(await send({ to: `/rounds/${roundId}/imports` }))).toBe('409 round.closed');
  });
});

describeWithSharedData('a real list of schools', 'se_schools_432.csv', (path) => {
  test('becomes 432 cards, and nothing more when it comes again', async () => {
    const schools = await TestRound.open(api);
    const sent = { file: new Uint8Array(await readFile(path)), to: `/rounds/${schools.roundId}/imports` };
    const first = await imported(sent);
    expect(first.counts).toEqual({ accepted: 430, 'accepted-with-warning': 2, duplicate: 0, refused: 0 });
    const head = await api.store.head();
    expect(await imported(sent)).toEqual(first);
    expect(await api.store.head()).toBe(head);
  });
});

/** The last one here, for it stops the imports of this process. */
describe('an import that is cut short by the end of the process', () => {
  test('is finished by the next one', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => `Bolag ${n};Kiruna`);
    const { importId } = (await send({ file: ['namn;ort', ...rows].join('\n') })).json<{ importId: string }>();
    await api.app.get(Imports).stop();
    expect((await lead.get(`/imports/${importId}`)).json()).toMatchObject({ state: 'running' });
    api.clock.moveTo(plus(api.clock.now(), { minutes: 1 }));
    expect((await lead.get(`/imports/${importId}`)).json()).toMatchObject({ state: 'interrupted' });
    expect(readdirSync(join(dataDir, 'imports'))).toHaveLength(1);
    const next = await startTestApp({ environment: { DATA_DIR: dataDir }, store: api.store });
    await next.app.get(Imports).find(importId)?.done;
    expect((await lead.get(`/imports/${importId}`)).json()).toMatchObject({
      state: 'completed',
      counts: { accepted: 3000 },
    });
    expect(readdirSync(join(dataDir, 'imports'))).toEqual([]);
    await next.close();
  });
});
