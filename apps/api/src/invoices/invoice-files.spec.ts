import { describe, expect, test } from '@jest/globals';
import { inParallel } from '#processes/shared/in-parallel';
import { bytesOf, sha256Of } from './invoice-files.js';
import { CREDIT_NOTE, INVOICE } from './testing/sample-documents.js';

const MANY = 40;
const documents = Array.from({ length: MANY }, (_, index) => ({ ...INVOICE, number: index + 1 }));

/** How often the event loop came round, which is when others are answered, until the work was done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const turn = () => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await work().finally(() => (isDone = true));
  return turns;
}

describe('the files of a day', () => {
  test.each(['csv', 'ubl'] as const)('%s: others are answered between its documents', async (file) => {
    // What is loaded with the first document has its own turns.
    await bytesOf(file, [INVOICE]);
    expect(await turnsDuring(() => bytesOf(file, documents))).toBeGreaterThanOrEqual(MANY);
  });

  test('others are answered while the documents are read', async () => {
    const read = (item: object) => Promise.resolve(item);
    expect(await turnsDuring(() => inParallel(documents.slice(0, 1), read))).toBeLessThanOrEqual(1);
    expect(await turnsDuring(() => inParallel(documents, read))).toBeGreaterThanOrEqual(2);
  });

  test('are the same bytes as ever', async () => {
    const both = [INVOICE, CREDIT_NOTE];
    expect(sha256Of(await bytesOf('csv', both))).toBe(
      'b9c15b713f5fc3c7be0292099a8d95c75f424a7d81635d2cd9f5a027f4749337',
    );
    expect(sha256Of(await bytesOf('ubl', both))).toBe(
      'edc9b8304c3054a8ccba53d4fd98b38c18debd1bbca5e6e61ffc96c13ed21644',
    );
  });
});
