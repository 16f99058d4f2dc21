#!/usr/bin/env node
// The stores' driver is built for the Node release that the project is pinned to: under an older one, that release takes over.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const OLDEST = 24;

if (Number.parseInt(process.versions.node) >= OLDEST) await import('../dist/apps/api/src/cli/main.js');
else takeOver(createRequire(import.meta.url).resolve('node/bin/node'));

function takeOver(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
