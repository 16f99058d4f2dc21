import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/test-app.js';
import type { SignedInClient } from '../support/test-client.js';

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

describe('bad input', () => {
  let api: TestApp;
  let lead: SignedInClient;

  beforeAll(async () => {
    api = await startTestApp({ environment: { BODY_LIMIT: '2000' } });
    lead = await api.as('lead');
  });

  afterAll(() => api.close());

  const send = async (payload: string | Buffer, headers: Record<string, string> = {}) => {
    const all = { authorization: `Bearer ${lead.token}`, 'content-type': 'application/json', ...headers };
    return api.app.inject({ method: 'POST', url: '/api/campaigns', headers: all, payload });
  };
  const refused = async (payload: string | Buffer, headers: Record<string, string> = {}): Promise<Refused> => {
    const answer = await send(payload, headers);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json<Refused>().status).toBe(answer.statusCode);
    return answer.json<Refused>();
  };

  test.each(['{', '{"name":}', 'name', "{'name':'x'}", '{"name":"x"}}', '\u0001', 'NaN', '{"name":"x",}'])(
    'that is no JSON is 400: %j',
    async (body) => {
      expect(await refused(body)).toMatchObject({ status: 400, code: 'request.json-malformed' });
    },
  );

  test.each(['{"__proto__":{}}', '{"name":"x","constructor":{}}', '{"settings":{"prototype":1}}'])(
    'that reaches for a prototype is 400: %j',
    async (body) => {
      expect(await refused(body)).toMatchObject({ status: 400, code: 'request.json-malformed' });
    },
  );

  test.each(['"x"', '1', 'true', '[{"name":"x"}]'])('that is no object is 422: %j', async (body) => {
    expect(await refused(body)).toMatchObject({ status: 422, errors: [{ field: '', code: 'field.object-expected' }] });
  });

  test.each(['', 'null', '{}'])('that holds nothing is 422: %j', async (body) => {
    const { status, code, errors } = await refused(body);
    expect({ status, code, errors }).toMatchObject({
      status: 422,
      code: 'request.body-malformed',
      errors: [{ field: 'name', code: 'field.missing' }],
    });
  });

  test.each<[unknown, string]>([
    [1, 'field.text-expected'],
    [null, 'field.text-expected'],
    [['x'], 'field.text-expected'],
    [{ toString: 'x' }, 'field.text-expected'],
    ['x'.repeat(121), 'field.text-length'],
  ])('with a field of the wrong type is 422 and names it: %j', async (name, code) => {
    expect(await refused(JSON.stringify({ name }))).toMatchObject({ status: 422, errors: [{ field: 'name', code }] });
  });

  test('with a field that does not exist is 422 and names it, with its path', async () => {
    expect(await refused(JSON.stringify({ name: 'x', colour: 'red' }))).toMatchObject({
      status: 422,
      errors: [{ field: 'colour', code: 'field.unknown', message: 'Fältet finns inte.' }],
    });
    const { errors = [] } = await refused(JSON.stringify({ name: 'x', settings: { lease: 1 } }));
    expect(errors).toContainEqual({ field: 'settings.lease', code: 'field.unknown', message: 'Fältet finns inte.' });
    expect(errors).toContainEqual({
      field: 'settings.leaseMinutes',
      code: 'field.missing',
      message: 'Fältet saknas.',
    });
  });

  test('does not repeat what was sent', async () => {
    expect((await send(JSON.stringify({ name: 1, 'Anna Ek': 'hemlig' }))).body).not.toContain('hemlig');
  });

  test('that is too large is 413, told or not told beforehand', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(3000) });
    expect(await refused(large)).toMatchObject({ status: 413, code: 'request.too-large' });
  });

  test('that nests without end is 400', async () => {
    const deep = `{"name":${'['.repeat(900)}${']'.repeat(900)}}`;
    expect(await refused(deep)).toMatchObject({ status: 400, code: 'request.json-too-deep', deepest: 32 });
  });

  test.each(['\\ud800', 'a\\udfffb', 'a\\u0000b', 'a\\u0001b', '\\u000b', '\\u001fb', 'b\\ufffe', '\\uffff'])(
    'with text that cannot be kept, or written as XML, is 400: %s',
    async (text) => {
      expect(await refused(`{"name":"${text}"}`)).toMatchObject({ status: 400, code: 'request.text-malformed' });
      expect(await refused(`{"settings":{"x":["${text}"]}}`)).toMatchObject({ code: 'request.text-malformed' });
    },
  );

  test('with line ends, tabs, and letters of any plane is accepted', async () => {
    expect((await send(String.raw`{"name":"Vår\t1\r\n\u0085\ud7ff\ufffd\ud83d\ude00"}`)).statusCode).toBe(201);
  });

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of the type %s is 415',
    async (type) => {
      expect(await refused('{"name":"x"}', { 'content-type': type })).toMatchObject({
        status: 415,
        code: 'request.content-type-unsupported',
      });
    },
  );

  test('in another encoding than UTF-8 is 415', async () => {
    const latin1 = Buffer.from('{"name":"Vår"}', 'latin1');
    expect(await refused(latin1)).toMatchObject({ status: 415, code: 'request.encoding-unsupported' });
    const told = { 'content-type': 'application/json; charset=utf-16' };
    expect(await refused('{"name":"x"}', told)).toMatchObject({ status: 415, code: 'request.encoding-unsupported' });
    const zipped = { 'content-encoding': 'gzip' };
    expect(await refused('{"name":"x"}', zipped)).toMatchObject({ status: 415, code: 'request.encoding-unsupported' });
  });

  test('of the type application/json; charset=UTF-8 is accepted', async () => {
    expect((await send('{"name":"Vår"}', { 'content-type': 'application/json; charset=UTF-8' })).statusCode).toBe(201);
  });

  test.each(['x', '1', '00000000-0000-0000-0000-00000000000g', '..%2f..%2fetc', '%00', "'%20or%201=1"])(
    'as an id in the address is 400: %s',
    async (id) => {
      expect((await lead.get(`/campaigns/${id}`)).json()).toMatchObject({
        status: 400,
        code: 'request.id-malformed',
        field: 'campaignId',
      });
    },
  );

  test('as an address is 400, 404 or 414', async () => {
    expect((await lead.get('/campaigns/%zz')).json()).toMatchObject({ status: 400, code: 'request.url-malformed' });
    expect((await lead.get('/nowhere')).json()).toMatchObject({ status: 404, code: 'route.unknown' });
    expect((await lead.send('DELETE', '/campaigns')).json()).toMatchObject({ status: 404, code: 'route.unknown' });
    expect((await lead.get(`/campaigns/${'x'.repeat(500)}`)).json()).toMatchObject({ status: 414 });
  });

  test.each(['x', '1.2', `${'0'.repeat(36)}.x`, `${'0'.repeat(36)}.-1`, `${'0'.repeat(36)}.${'9'.repeat(30)}`])(
    'as a Freshness-Token is 400: %s',
    async (token) => {
      expect((await lead.get('/me', { 'freshness-token': token })).json()).toMatchObject({
        status: 400,
        code: 'request.header-malformed',
        header: 'Freshness-Token',
      });
    },
  );

  test('as a Freshness-Token of another log is 409', async () => {
    const token = '00000000-0000-4000-8000-000000000000.1';
    expect((await lead.get('/me', { 'freshness-token': token })).json()).toMatchObject({
      status: 409,
      code: 'freshness.unknown-store',
    });
  });
});

describe('what is hardly HTTP', () => {
  let api: TestApp;
  let port: number;

  beforeAll(async () => {
    api = await startTestApp();
    await api.app.listen(0, '127.0.0.1');
    port = Number(new URL(await api.app.getUrl()).port);
  });

  afterAll(() => api.close());

  const say = async (text: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    return Buffer.concat(chunks).toString();
  };

  test('gets a problem, too', async () => {
    const answer = await say('nonsense\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"request.malformed"');
  });

  test('with headers without end is 431', async () => {
    const answer = await say(`GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"request.headers-too-large"');
  });

  test('leaves the server answering', async () => {
    expect(await say('GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });
});
