import { firstLine } from './open-text.js';

/** What a file records, told by its headings alone. */
export type Recording = 'bank' | 'bpic';

const HEADINGS: Readonly<Record<Recording, string>> = {
  bank: '"age";"job";"marital";"education";"default";"balance";"housing";"loan";"contact";"day";"month";"duration";"campaign";"pdays";"previous";"poutcome";"y"',
  bpic: 'case_id,event_no,activity,lifecycle,timestamp,resource',
};

export class RecordingUnknown extends Error {
  override readonly name = 'RecordingUnknown';
  constructor(readonly file: string) {
    super(`${file}: the headings are neither those of bank-full.csv nor of bpic2017_w_events.csv.gz`);
  }
}

/** @throws RecordingUnknown */
export async function recognise(file: string): Promise<Recording> {
  const heading = await firstLine(file);
  if (heading === HEADINGS.bank) return 'bank';
  if (heading === HEADINGS.bpic) return 'bpic';
  throw new RecordingUnknown(file);
}
