import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Contact } from '../../replay/bank/bank-file.js';
import { truthOf } from '../../replay/generated/contacts.js';

/** The contacts as a recorded campaign lies on the disk, its counts beside it. */
export function campaignFileIn(folder: string, contacts: readonly Contact[]): string {
  const rows = contacts.map(({ attempts, talkSeconds, sold }) => [attempts, talkSeconds, sold ? 'yes' : 'no']);
  const file = join(folder, 'campaign.csv');
  writeFileSync(file, stringify([['campaign', 'duration', 'y'], ...rows], { delimiter: ';' }));
  writeFileSync(join(folder, 'campaign.truth.json'), JSON.stringify(truthOf(contacts)));
  return file;
}
