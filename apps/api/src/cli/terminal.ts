import type { Writable } from 'node:stream';
import type { Environment } from '#runtime/config';

/** Where a command reads its settings and writes its result. */
export interface Terminal {
  readonly environment: Environment;
  /** The result and nothing else, so that a script can read it. */
  readonly out: Writable;
  /** What a person reads beside the result. */
  readonly err: Writable & { readonly isTTY?: boolean };
}

/** `render` for a person; one JSON document a line for a script. */
export function print<T>({ out }: Terminal, json: boolean | undefined, value: T, render: (value: T) => string): void {
  out.write(`${json ? JSON.stringify(value) : render(value)}\n`);
}
