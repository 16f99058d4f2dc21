import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readBounceSecret, SecretUnusable } from './bounce-secret.js';

describe('the secret of bounces', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bounce-secret-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const fileWith = (content: string): string => {
    const file = join(folder, 'secret');
    writeFileSync(file, content);
    return file;
  };
  const read = (bounceSecret?: string, bounceSecretFile?: string) =>
    readBounceSecret({ bounceSecret, bounceSecretFile });

  test('is the variable, else what the file holds, else absent', async () => {
    const file = fileWith('from a file, long enough\n');
    expect(await read('from the variable', file)).toBe('from the variable');
    expect(await read(undefined, file)).toBe('from a file, long enough');
    expect(await read()).toBeUndefined();
  });

  test('is refused where its file is missing or holds too little', async () => {
    await expect(read(undefined, fileWith('short\n'))).rejects.toThrow(SecretUnusable);
    await expect(read(undefined, join(folder, 'absent'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
