import { join } from 'node:path';
import { PEPPER } from '../seed/names.js';

/** Of a process of the product over a seeded folder, on a free port. */
export const environmentIn = (folder: string) => ({
  DATA_DIR: folder,
  OUTBOX_DIR: join(folder, 'outbox'),
  HOST: '127.0.0.1',
  PORT: '0',
  PEPPER,
  LOG_LEVEL: 'error',
});
