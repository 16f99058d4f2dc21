/**
 * Asks the double what a real node was asked, and compares the answers. The questions and the answers stand beside the
 * repository (`../shared/eventstoredb`, or in the folder that ATERKOM_SHARED names) and never in it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { eventStoreProtocol } from './eventstore-protocol.js';
import { ProtocolServer } from './protocol-server.js';

const folder = resolve(process.env['ATERKOM_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'eventstoredb');
const script = join(folder, 'probe.mjs');

if (existsSync(script)) {
  const server = await new ProtocolServer(eventStoreProtocol).start();
  const args = [script, server.url, '--compare', join(folder, 'answers-23.10.6.json')];
  const probe = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = (await once(probe, 'close')) as [number | null];
  server.stop();
  process.exitCode = code ?? 1;
} else {
  console.warn('skipped: probe:eventstoredb: there is no ../shared/eventstoredb (ATERKOM_SHARED names another folder)');
}
