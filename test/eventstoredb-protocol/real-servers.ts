import { describe, test } from '@jest/globals';

/** An address that the environment names, or a reason why there is none. */
export function describeWithServer(name: string, variable: string, tests: (url: string) => void): void {
  const url = process.env[variable];
  if (url) {
    describe(name, () => tests(url));
    return;
  }
  console.warn(`skipped: ${name}: ${variable} names no server`);
  describe.skip(name, () => test(`needs ${variable}`, () => undefined));
}
