import { describe, test } from '@jest/globals';

export interface RealServer {
  readonly url: string;
  readonly stop: () => Promise<unknown>;
}

/** How tests come by a real server. */
export interface SoughtServer {
  /** Of the environment; names one that runs already. */
  readonly variable: string;
  /** How its addresses begin. */
  readonly schemes: readonly string[];
  /** Where the variable names none. Rejects where no container engine answers. */
  startContainer(): Promise<RealServer>;
}

/** Undefined where there is none: the reason is printed, and a skipped test stands for those that did not run. */
export async function findRealServer(name: string, sought: SoughtServer): Promise<RealServer | undefined> {
  const { variable, schemes, startContainer } = sought;
  const named = process.env[variable] ?? '';
  if (schemes.some((scheme) => named.startsWith(`${scheme}:`))) return { url: named, stop: () => Promise.resolve() };
  try {
    return await startContainer();
  } catch (error) {
    const reason = `${variable} names no ${schemes[0]}:// server and no container starts: ${(error as Error).message}`;
    process.stderr.write(`skipped: ${name}: ${reason}\n`);
    describe.skip(name, () => test('needs a server', () => undefined));
    return undefined;
  }
}
