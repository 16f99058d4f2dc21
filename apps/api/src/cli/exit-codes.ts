import { CommanderError } from 'commander';
import { DomainError } from '#domain/shared/domain-error';
import { LogsDiffer, NotACopy, WrittenMeanwhile } from '#events/moving/moving.errors';
import { ViewUnavailable } from '#read-models/store/read-store.errors';
import { ConfigInvalid } from '#runtime/config';
import { reasonOf } from '#runtime/refuse-to-start';
import { ViewsAbsent } from '#stores/open-views';

/** Documented in docs/cli.md and printed by `--help`. */
export const EXIT = { done: 0, no: 1, usage: 2, failed: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_CODES_HELP = `
Exit codes: 0 done; 1 refused by a rule, or a check found a difference; 2 wrong usage, wrong settings or no installation
in DATA_DIR; 3 a fault. Settings come from the environment: docs/configuration.md.`;

/** The command has said no, for a reason that a person can act on. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  constructor(
    message: string,
    readonly exitCode: ExitCode = EXIT.no,
  ) {
    super(message);
  }
}

export interface Ending {
  readonly exitCode: ExitCode;
  /** Absent where everything has been said. */
  readonly message?: string;
}

/** What a command that threw ends with. */
export function endingOf(error: unknown): Ending {
  // commander has written what was wrong; help and version end through an error, too.
  if (error instanceof CommanderError) return { exitCode: error.exitCode === 0 ? EXIT.done : EXIT.usage };
  if (error instanceof CommandRefused) return { exitCode: error.exitCode, message: error.message };
  const refusal = refusalIn(error);
  if (refusal !== undefined) return { exitCode: EXIT.no, message: refusal };
  if (error instanceof ConfigInvalid) return { exitCode: EXIT.usage, message: error.message };
  return { exitCode: EXIT.failed, message: reasonOf(error) };
}

const MOVING = [NotACopy, LogsDiffer, WrittenMeanwhile] as const;

/** Why it is not to be done, where that is no fault. */
function refusalIn(error: unknown): string | undefined {
  if (error instanceof DomainError) return `${error.message} (${error.code})`;
  if (error instanceof ViewUnavailable || error instanceof ViewsAbsent)
    return `${error.message}: start the engine first`;
  return MOVING.some((refusal) => error instanceof refusal) ? (error as Error).message : undefined;
}
