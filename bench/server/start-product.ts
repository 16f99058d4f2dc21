import { startChild, type Child } from '../../replay/engine/child-process.js';
import { environmentIn } from './environment.js';

const ADDRESS = /answers at (?<url>http:\S+?),/;

const addressIn = (heard: string): string | undefined => ADDRESS.exec(heard)?.groups?.['url'];

/** Both processes of the product over a seeded folder, as `npm start` runs them; `told` is the address. */
export const startProduct = (folder: string): Promise<Child<string>> =>
  startChild({ file: 'bin/aterkom.mjs', args: ['start'], env: environmentIn(folder), understand: addressIn });

/** The product's API alone, so that its memory can be told from the projector's. Its clock stands still. */
export const startApi = (folder: string): Promise<Child<string>> =>
  startChild({
    file: 'dist/apps/api/src/main.js',
    env: { ...environmentIn(folder), CLOCK: 'controlled' },
    understand: addressIn,
  });

/** The product's projector alone. */
export const startProjector = (folder: string, more: Readonly<Record<string, string>> = {}): Promise<Child<true>> =>
  startChild({
    file: 'dist/apps/projector/src/main.js',
    env: { ...environmentIn(folder), ...more },
    understand: () => true as const,
  });
