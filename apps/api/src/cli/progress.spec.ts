import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { showProgress } from './progress.js';

async function shownOn(stream: { readonly isTTY: boolean }): Promise<string> {
  const err = Object.assign(new PassThrough(), stream);
  const said = text(err);
  const progress = showProgress({ environment: {}, out: new PassThrough(), err }, 'verify', 10);
  progress.moveTo(5);
  progress.stop();
  err.end();
  return said;
}

describe('progress of long work', () => {
  test('is a bar on a terminal that a person looks at', async () => {
    expect(await shownOn({ isTTY: true })).toContain('verify');
  });

  test('is nothing where a script listens', async () => {
    expect(await shownOn({ isTTY: false })).toBe('');
  });
});
