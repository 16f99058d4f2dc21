import type { RunnerLog } from '#read-models/runner/runner-log';

export interface Said {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts: object;
}

/** A log that remembers. */
export function listening(): { readonly log: RunnerLog; readonly said: readonly Said[] } {
  const said: Said[] = [];
  const at =
    (level: Said['level']) =>
    (facts: object, message: string): void => {
      said.push({ level, message, facts });
    };
  return { log: { info: at('info'), warn: at('warn'), error: at('error') }, said };
}
