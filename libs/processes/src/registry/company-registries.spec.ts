import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CsvCompanyRegistry, RegistryFileUnusable } from './csv-company-registry.js';
import { HttpCompanyRegistry, RegistryDidNotAnswer } from './http-company-registry.js';

describe('R18: a register in a file', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aterkom-register-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const registry = (content: string): Promise<CsvCompanyRegistry> => {
    const file = join(folder, 'register.csv');
    writeFileSync(file, content);
    return CsvCompanyRegistry.read(file);
  };

  test.each([',', ';'])('R18: is read with %s between the cells', async (comma) => {
    const lines = ['companyNumber,name,ceased', '556036-0793,Lärande i Huddinge AB,', '5560160680,Åsas Café AB,yes'];
    const found = await registry(`\uFEFF${lines.join('\n').replaceAll(',', comma)}\n`);
    expect(await found.find('5560360793')).toEqual({ name: 'Lärande i Huddinge AB', hasCeased: false });
    expect(await found.find('5560160680')).toEqual({ name: 'Åsas Café AB', hasCeased: true });
    expect(await found.find('2120000142')).toBeUndefined();
  });

  test.each([
    ['a number that cannot be read', 'companyNumber,name\n5560360793,A AB\n12,B AB', 3],
    ['no name', 'companyNumber,name\n5560360793,', 2],
    ['another word for ceased', 'companyNumber,name,ceased\n5560360793,A AB,perhaps', 2],
    ['a quote that is not closed', 'companyNumber,name\n5560360793,"A AB', 2],
  ])('R18: with %s stops the start and names the line', async (_, content, line) => {
    const refused = registry(content);
    await expect(refused).rejects.toThrow(RegistryFileUnusable);
    await expect(refused).rejects.toMatchObject({ line });
  });
});

describe('R18: a register behind HTTP', () => {
  let server: Server;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const registry = (token?: string): HttpCompanyRegistry => {
    // The cast: a server that listens on a port has an address of this kind.
    const { port } = server.address() as AddressInfo;
    return new HttpCompanyRegistry({ url: `http://127.0.0.1:${port}/find`, ...(token !== undefined && { token }) });
  };

  test('R18: is asked in a body, for a URL is logged, with the token', async () => {
    const asked: unknown[] = [];
    answer = (request, response) => {
      void text(request).then((body) => {
        asked.push([request.method, request.url, request.headers.authorization, body]);
        response.end('{"name":"Lärande i Huddinge AB"}');
      });
    };
    expect(await registry('secret').find('5560360793')).toEqual({ name: 'Lärande i Huddinge AB', hasCeased: false });
    expect(asked).toEqual([['POST', '/find', 'Bearer secret', '{"companyNumber":"5560360793"}']]);
  });

  test('R18: may know nothing of the company', async () => {
    answer = (_, response) => response.writeHead(404).end();
    expect(await registry().find('5560360793')).toBeUndefined();
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['a fault', (response) => response.writeHead(500).end()],
    ['nonsense', (response) => response.end('<html>')],
    ['another form', (response) => response.end('{"company":"A"}')],
    ['a way elsewhere', (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['a broken connection', (response) => response.destroy()],
  ])('R18: that answers with %s is asked again later', async (_, respond) => {
    answer = (__, response) => respond(response);
    await expect(registry().find('5560360793')).rejects.toThrow(RegistryDidNotAnswer);
    await expect(registry().find('5560360793')).rejects.not.toThrow('5560360793');
  });
});
