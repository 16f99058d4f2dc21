import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { recognise, RecordingUnknown } from './recognise.js';

const BPIC = 'case_id,event_no,activity,lifecycle,timestamp,resource\n';
const BANK =
  '"age";"job";"marital";"education";"default";"balance";"housing";"loan";"contact";"day";"month";"duration";"campaign";"pdays";"previous";"poutcome";"y"\n';

describe('a recording is recognised by its headings', () => {
  let folder: string;
  const file = async (content: string | Buffer): Promise<string> => {
    const path = join(folder, 'any-name');
    await writeFile(path, content);
    return path;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recognise-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  test('the bank campaign', async () => {
    expect(await recognise(await file(BANK + '58;"management"'))).toBe('bank');
  });

  test('the loan desk, packed or not', async () => {
    expect(await recognise(await file(BPIC))).toBe('bpic');
    expect(await recognise(await file(gzipSync(BPIC)))).toBe('bpic');
  });

  test('anything else is refused', async () => {
    await expect(recognise(await file('name;phone\n'))).rejects.toThrow(RecordingUnknown);
    await expect(recognise(await file(''))).rejects.toThrow(RecordingUnknown);
  });
});
