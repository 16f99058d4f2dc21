import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { superviseProcesses } from './supervise.js';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Both processes of an embedded installation. Settings come from the environment (docs/configuration.md). */
export const startCommand = new Command('start')
  .description('Start the API and the projector on the data directory; stop both with Ctrl+C')
  .action(async () => {
    process.exitCode = await superviseProcesses({ name: 'api', file: fileOf('../main.js') }, [
      { name: 'projector', file: fileOf('../../../projector/src/main.js') },
    ]);
  });
