import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { MongodbProtocolServer } from './mongodb-protocol-server.js';

// Asks the double what independent servers were asked, and compares the answers. The questions stand beside the repository.

const FOLDER = process.env['ATERKOM_SHARED'] ?? '../shared';
const QUESTIONS = `${FOLDER}/mongodb/probe.mjs`;
const ANSWERS = `${FOLDER}/mongodb/answers.json`;

if (existsSync(QUESTIONS)) {
  const server = await MongodbProtocolServer.start();
  const asking = spawn(process.execPath, [QUESTIONS, server.urlOf(''), '--compare', ANSWERS], { stdio: 'inherit' });
  const [code] = (await once(asking, 'close')) as [number | null];
  await server.close();
  process.exitCode = code ?? 1;
} else {
  process.stdout.write(`skipped: there is no ${QUESTIONS} (ATERKOM_SHARED names another folder)\n`);
}
