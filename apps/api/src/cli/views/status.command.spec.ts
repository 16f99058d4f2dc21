import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { projections } from '#read-models/projections';
import { SmallInstallation } from '../testing/small-installation.js';

interface Status {
  readonly head: string;
  readonly views: readonly { readonly name: string; readonly checkpoint?: string; readonly lagEvents: number }[];
}

let small: SmallInstallation;

beforeEach(async () => {
  small = await SmallInstallation.make();
});

afterEach(() => small.remove());

const status = async (): Promise<Status> => JSON.parse((await small.run('status', '--json')).out) as Status;

describe('aterkom status', () => {
  test('says that views are being built before a projector has run', async () => {
    const { head, views } = await status();
    expect(head).toBe('1');
    expect(views.map(({ name }) => name)).toEqual(projections.map(({ name }) => name));
    expect(views.map(({ checkpoint }) => checkpoint)).toEqual(projections.map(() => undefined));
    expect((await small.run('status')).out).toContain('being built');
  });

  test('counts the events that every view is behind', async () => {
    await small.project();
    await small.importCards('a', 'b');
    const behind = await status();
    expect(behind.head).toBe('5');
    expect(behind.views.map(({ checkpoint, lagEvents }) => [checkpoint, lagEvents])).toEqual(
      projections.map(() => ['1', 4]),
    );
    await small.project();
    expect((await status()).views.map(({ lagEvents }) => lagEvents)).toEqual(projections.map(() => 0));
  });
});
