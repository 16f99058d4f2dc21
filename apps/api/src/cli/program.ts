import { Command } from 'commander';
import { EXIT, EXIT_CODES_HELP, endingOf, type ExitCode } from './exit-codes.js';
import type { Terminal } from './terminal.js';

type Loading = (terminal: Terminal) => Promise<Command>;

/** By name: a command's libraries are loaded for it alone, so that the engine's start waits for no other's. */
const COMMANDS: Readonly<Record<string, Loading>> = {
  start: async () => (await import('./start.command.js')).startCommand,
  status: async (terminal) => (await import('./views/status.command.js')).statusCommand(terminal),
  'projector-alive': async (terminal) =>
    (await import('./views/projector-alive.command.js')).projectorAliveCommand(terminal),
  verify: async (terminal) => (await import('./views/verify.command.js')).verifyCommand(terminal),
  rebuild: async (terminal) => (await import('./views/rebuild.command.js')).rebuildCommand(terminal),
  accounts: async (terminal) => (await import('./accounts/accounts.command.js')).accountsCommand(terminal),
  import: async (terminal) => (await import('./imports/import.command.js')).importCommand(terminal),
  invoices: async (terminal) => (await import('./invoices/invoices.command.js')).invoicesCommand(terminal),
  bounces: async (terminal) => (await import('./bounces/bounces.command.js')).bouncesCommand(terminal),
  backup: async (terminal) => (await import('./log/backup.command.js')).backupCommand(terminal),
  export: async (terminal) => (await import('./log/export.command.js')).exportCommand(terminal),
  'move-log': async (terminal) => (await import('./moving/move-log.command.js')).moveLogCommand(terminal),
  demo: async (terminal) => (await import('./demo/demo.command.js')).demoCommand(terminal),
  openapi: async () => (await import('./openapi.command.js')).openApiCommand,
};

/** The command that the arguments name; all of them where they name none, for the help. */
function loadingOf([name = '']: readonly string[]): readonly Loading[] {
  const named = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return named ? [named] : Object.values(COMMANDS);
}

/** The command line `aterkom`; docs/cli.md says what each command is for. */
async function programFor(args: readonly string[], terminal: Terminal): Promise<Command> {
  const program = new Command('aterkom')
    .description('Hands callers the right card and records what each call led to')
    .addHelpText('after', EXIT_CODES_HELP)
    .configureOutput({ writeOut: (text) => terminal.out.write(text), writeErr: (text) => terminal.err.write(text) })
    .exitOverride();
  for (const load of loadingOf(args)) adopt(program, await load(terminal));
  return program;
}

/** Commands that were made elsewhere take over where the program writes and how it ends. */
function adopt(parent: Command, command: Command): void {
  parent.addCommand(command);
  inherit(parent, command);
}

function inherit(parent: Command, command: Command): void {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(command, child);
}

/** @returns the exit code; whatever was wrong stands on `terminal.err` */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    const program = await programFor(args, terminal);
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    const { exitCode, message } = endingOf(error);
    if (message !== undefined) terminal.err.write(`aterkom: ${message}\n`);
    return exitCode;
  }
}
