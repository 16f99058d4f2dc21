import 'reflect-metadata';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { beat, endBeating } from '#runtime/heartbeat';
import { SmallInstallation } from '../testing/small-installation.js';

let small: SmallInstallation;
let folder: { readonly dataDir: string };

beforeEach(async () => {
  small = await SmallInstallation.make();
  folder = { dataDir: small.environment.DATA_DIR };
});

afterEach(() => small.remove());

const wasSeen = (secondsAgo: number): void => {
  const at = Date.now() / 1000 - secondsAgo;
  utimesSync(join(folder.dataDir, 'projector.alive'), at, at);
};

describe('aterkom projector-alive', () => {
  test('is content with a projector that was seen at work a moment ago', async () => {
    await beat(folder);
    expect(await small.run('projector-alive')).toMatchObject({ exitCode: 0, out: '', err: '' });
    wasSeen(40);
    expect(await small.run('projector-alive')).toMatchObject({ exitCode: 0 });
  });

  test('refuses one that is silent, and one that was never started or has ended', async () => {
    expect(await small.run('projector-alive')).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/no projector/),
    });
    await beat(folder);
    wasSeen(300);
    expect(await small.run('projector-alive')).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/300 seconds/),
    });
    await endBeating(folder);
    expect(await small.run('projector-alive')).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/no projector/),
    });
  });
});
