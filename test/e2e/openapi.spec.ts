import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createOpenApi, operationsOf } from '../../apps/api/src/shared/openapi.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

describe('the OpenAPI document', () => {
  let api: TestApp;

  beforeAll(async () => {
    api = await startTestApp();
  });

  afterAll(() => api.close());

  test('is committed as docs/openapi.json (write it anew with `npm run openapi`)', () => {
    const committed: unknown = JSON.parse(readFileSync('docs/openapi.json', 'utf8'));
    expect(JSON.parse(JSON.stringify(createOpenApi(api.app)))).toEqual(committed);
  });

  test('is served, with a page for people', async () => {
    const [document, page] = [await api.app.inject('/docs/openapi.json'), await api.app.inject('/docs')];
    expect(document.json()).toMatchObject({ info: { title: 'Återkom' } });
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html']);
  });

  test('names every operation once, says what it is for and how it is refused', () => {
    const operations = operationsOf(createOpenApi(api.app));
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(operations.filter(({ summary, tags }) => !summary || !tags?.length)).toEqual([]);
    expect(operations.filter(({ responses }) => !responses['default'])).toEqual([]);
  });

  test('describes every property of every schema', () => {
    const { components } = createOpenApi(api.app);
    const empty = Object.entries(components?.schemas ?? {}).filter(([, schema]) => !('properties' in schema));
    expect(empty).toEqual([]);
  });
});
