import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventStoreProtocol } from '../eventstoredb-protocol/eventstore-protocol.js';
import { ProtocolServer } from '../eventstoredb-protocol/protocol-server.js';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';

const LONG = 60_000;
const PEPPER = 'p'.repeat(32);

describe('the process of the API with its log on a server', () => {
  let server: ProtocolServer;
  let folders: string[];

  beforeEach(async () => {
    server = await new ProtocolServer(eventStoreProtocol).start();
    folders = [];
  });

  afterEach(() => {
    server.stop();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'api-eventstoredb-'));
    folders.push(folder);
    return folder;
  };
  const start = (more: Readonly<Record<string, string>> = {}): Promise<ApiProcess> =>
    startApiProcess({ DATA_DIR: newFolder(), EVENTSTORE_URL: server.url, PEPPER, ...more });
  const stop = async (api: ApiProcess): Promise<number | null> => {
    api.process.kill('SIGTERM');
    return api.exitCode;
  };

  test(
    'two processes in folders of their own are one installation, and leave no log on the disk',
    async () => {
      const first = await start();
      const second = await start();
      expect(first.oneTimePassword).toBeDefined();
      expect(second.oneTimePassword).toBeUndefined();
      expect([await stop(first), await stop(second)]).toEqual([0, 0]);
      expect(folders.flatMap((folder) => readdirSync(folder))).not.toContain('events.sqlite');
      expect(await first.log).toContain('"version":"23.10.6"');
    },
    LONG,
  );

  test(
    'refuses to start where the server is away or made with another pepper, without a word about the password',
    async () => {
      await stop(await start());
      await expect(start({ PEPPER: 'q'.repeat(32) })).rejects.toThrow(/exit code 1: .*made with the pepper/s);
      const credentials = join(newFolder(), 'credentials');
      writeFileSync(credentials, 'aterkom:verysecret\n');
      server.stop();
      const refused = start({ EVENTSTORE_CREDENTIALS_FILE: credentials });
      await expect(refused).rejects.toThrow(/cannot start: event store: unreachable/);
      await expect(refused).rejects.not.toThrow(/verysecret/);
    },
    LONG,
  );
});
