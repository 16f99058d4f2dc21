import { describe, expect, test } from '@jest/globals';
import { superviseProcesses } from './supervise.js';

/** A process that runs this text. */
const script = (name: string, text: string) => ({ name, file: '--eval', args: [text] });

/** Serves, then waits to be asked to end. */
const SERVES = "process.send('serving'); setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(0));";
const UNTIL_ASKED = "setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(0));";

describe('processes that belong together', () => {
  test('end all when one of them ends, with its exit code', async () => {
    const code = await superviseProcesses(script('one', SERVES), [script('other', 'process.exit(3)')]);
    expect(code).toBe(3);
  });

  test('end with a failure also when one of them ends well unasked', async () => {
    expect(await superviseProcesses(script('one', SERVES), [script('other', '')])).toBe(1);
  });

  test('are told to have failed where one of them is killed', async () => {
    const killed = script('other', "process.kill(process.pid, 'SIGKILL')");
    expect(await superviseProcesses(script('one', SERVES), [killed])).toBe(1);
  });

  test('end well when a signal asks them to', async () => {
    const ended = superviseProcesses(script('one', SERVES), [script('other', UNTIL_ASKED)]);
    process.emit('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('end where the first one ends before it serves, and start no other', async () => {
    const other = script('other', "throw new Error('it was started')");
    expect(await superviseProcesses(script('one', 'process.exit(2)'), [other])).toBe(2);
  });

  test('wait for the first one to serve before the others start', async () => {
    const first = script('one', "setTimeout(() => {}, 1000); process.on('SIGTERM', () => process.exit(0));");
    const ended = superviseProcesses(first, [script('other', 'process.exit(3)')]);
    process.emit('SIGTERM');
    expect(await ended).toBe(0);
  });
});
