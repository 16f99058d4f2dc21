import 'reflect-metadata';
import { EXIT } from './exit-codes.js';
import { runCommandLine } from './program.js';

const code = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  out: process.stdout,
  err: process.stderr,
});
// `start` has set the exit code of the processes that it ran.
if (code !== EXIT.done) process.exitCode = code;
