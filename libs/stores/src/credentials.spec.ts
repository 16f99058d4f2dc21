import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { credentialsIn, withCredentials } from './credentials.js';

describe('a file of credentials', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aterkom-credentials-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test('names who asks up to the first colon; the line break is nobody’s', async () => {
    const file = join(folder, 'credentials');
    writeFileSync(file, 'aterkom:hemligt: å/@\n');
    expect(await credentialsIn(file)).toEqual({ username: 'aterkom', password: 'hemligt: å/@' });
    expect(await credentialsIn(undefined)).toBeUndefined();
  });

  test.each(['mongodb://db:27017/aterkom?replicaSet=rs0', 'mongodb://old:pass@db:27017/aterkom?replicaSet=rs0'])(
    'beats what %s says, whatever is in the password',
    (url) => {
      const written = withCredentials(url, { username: 'å', password: 'a@b/c:d?' });
      expect(written).toBe('mongodb://%C3%A5:a%40b%2Fc%3Ad%3F@db:27017/aterkom?replicaSet=rs0');
    },
  );
});
