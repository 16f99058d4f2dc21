import 'reflect-metadata';
import { Command } from 'commander';
import { openApiCommand } from './openapi.command.js';
import { startCommand } from './start.command.js';

const program = new Command('aterkom')
  .description('Hands callers the right card and records what each call led to')
  .addCommand(startCommand)
  .addCommand(openApiCommand);

await program.parseAsync();
