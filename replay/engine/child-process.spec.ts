import { describe, expect, test } from '@jest/globals';
import { ChildEndedEarly, startChild } from './child-process.js';

/** `node --eval text -`: the text stands where a file would. */
const running = (text: string) => ({
  nodeArgs: ['--eval', text],
  file: '-',
  env: {},
  understand: (heard: string) => /ready (?<word>\w+)/.exec(heard)?.groups?.['word'],
});

describe('a process of our own', () => {
  test('is ready when it says so, and ends when it is asked to', async () => {
    const child = await startChild(
      running("console.log('wait'); console.log('ready now'); setInterval(() => {}, 1000)"),
    );
    expect(child.told).toBe('now');
    await child.stop();
    expect(() => process.kill(child.pid, 0)).toThrow();
    await child.stop();
  });

  test('that ends before it is ready is told as such', async () => {
    await expect(startChild(running("console.log('no')"))).rejects.toThrow(ChildEndedEarly);
  });
});
