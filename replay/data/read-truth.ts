import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** `bpic2017_w_events.csv.gz` has its counts beside it in `bpic2017_w.truth.json`. */
const truthFileOf = (file: string): string =>
  join(dirname(file), basename(file).replace(/(?:_events)?\.csv(?:\.gz)?$/, '.truth.json'));

/** What was counted from the file by other means. The cast: the files are frozen and their shapes known. */
export const readTruth = async <Truth>(file: string): Promise<Truth> =>
  JSON.parse(await readFile(truthFileOf(file), 'utf8')) as Truth;
