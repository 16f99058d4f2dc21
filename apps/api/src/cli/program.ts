import { Command } from 'commander';
import { accountsCommand } from './accounts/accounts.command.js';
import { bouncesCommand } from './bounces/bounces.command.js';
import { demoCommand } from './demo/demo.command.js';
import { EXIT, EXIT_CODES_HELP, endingOf, type ExitCode } from './exit-codes.js';
import { importCommand } from './imports/import.command.js';
import { invoicesCommand } from './invoices/invoices.command.js';
import { backupCommand } from './log/backup.command.js';
import { exportCommand } from './log/export.command.js';
import { moveLogCommand } from './moving/move-log.command.js';
import { openApiCommand } from './openapi.command.js';
import { startCommand } from './start.command.js';
import type { Terminal } from './terminal.js';
import { rebuildCommand } from './views/rebuild.command.js';
import { statusCommand } from './views/status.command.js';
import { verifyCommand } from './views/verify.command.js';

/** The command line `aterkom`; docs/cli.md says what each command is for. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('aterkom')
    .description('Hands callers the right card and records what each call led to')
    .addHelpText('after', EXIT_CODES_HELP)
    .configureOutput({ writeOut: (text) => terminal.out.write(text), writeErr: (text) => terminal.err.write(text) })
    .exitOverride();
  const commands = [
    startCommand,
    statusCommand(terminal),
    verifyCommand(terminal),
    rebuildCommand(terminal),
    accountsCommand(terminal),
    importCommand(terminal),
    invoicesCommand(terminal),
    bouncesCommand(terminal),
    backupCommand(terminal),
    exportCommand(terminal),
    moveLogCommand(terminal),
    demoCommand(terminal),
    openApiCommand,
  ];
  for (const command of commands) adopt(program, command);
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
    await createProgram(terminal).parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    const { exitCode, message } = endingOf(error);
    if (message !== undefined) terminal.err.write(`aterkom: ${message}\n`);
    return exitCode;
  }
}
