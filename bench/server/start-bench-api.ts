import { fileURLToPath } from 'node:url';
import { startChild, type Child } from '../../replay/engine/child-process.js';
import { environmentIn } from './environment.js';

const FILE = fileURLToPath(new URL('./bench-api.js', import.meta.url));
const LISTENING = /listening at (?<url>\S+)/;

/** The API with its no-op route over a seeded folder, on a free port; `told` is its address. */
export const startBenchApi = (
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Child<string>> =>
  startChild({
    file: FILE,
    env: { ...environmentIn(folder), ...environment },
    understand: (heard) => LISTENING.exec(heard)?.groups?.['url'],
  });
