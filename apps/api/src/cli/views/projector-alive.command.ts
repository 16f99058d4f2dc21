import { Command } from 'commander';
import { readConfig } from '#runtime/config';
import { secondsSinceBeat } from '#runtime/heartbeat';
import { CommandRefused } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

/** A commit of a long catching up takes its time on a busy server; the projector beats every two seconds. */
const MOST_SECONDS = 60;

export const projectorAliveCommand = (terminal: Terminal): Command =>
  new Command('projector-alive')
    .description('Whether the projector with this DATA_DIR follows the log, or waits for its turn; asks no server')
    .action(async () => {
      const seconds = await secondsSinceBeat(readConfig(terminal.environment), Date.now());
      if (seconds === undefined) throw new CommandRefused('no projector runs with this DATA_DIR');
      if (seconds > MOST_SECONDS)
        throw new CommandRefused(`the projector has not moved for ${Math.round(seconds)} seconds`);
    });
