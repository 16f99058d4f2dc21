import { describe, expect, test } from '@jest/globals';
import type { AterkomEvent, RowReport } from '#events/contracts/index';
import { InMemoryEventStore } from '#events/in-memory/in-memory-event-store';
import { dyingAfter } from '#events/testing/disturbed-store';
import { ImportDesk, type Imported } from '../testing/import-desk.js';
import { temporaryFiles } from '../testing/temporary-files.js';

const files = temporaryFiles();

/** Two rows of each workplace, three workplaces of each company, every fifth row without a name. */
const ROWS = Array.from({ length: 30 }, (_, n) => {
  const at = Math.floor(n / 2);
  return `${n % 5 === 4 ? '' : `Skola ${at}`};55601606${10 + Math.floor(at / 3)};08-123 45 ${10 + at};136 40;${n % 2 ? '' : `x${at}`}`;
});
const TEXT = ['namn;orgnr;telefon;postnr;id', ...ROWS].join('\n');

/** What an import led to, the ids that chance makes left out. */
const outcomeOf = (rows: readonly RowReport[]): unknown => {
  const cards = [...new Set(rows.map(({ cardId }) => cardId))];
  return rows.map(({ row, verdict, cardId, reasons }) => ({ row, verdict, card: cards.indexOf(cardId), reasons }));
};

const countsOf = (events: readonly AterkomEvent[]): Partial<Record<AterkomEvent['type'], number>> =>
  Object.fromEntries([...Map.groupBy(events, ({ type }) => type)].map(([type, { length }]) => [type, length]));

async function undisturbed(): Promise<{ readonly imported: Imported; readonly desk: ImportDesk }> {
  const desk = await new ImportDesk(files).open('r1');
  return { imported: await desk.import(TEXT), desk };
}

describe('an import that is killed', () => {
  test('after any number of appends is finished at the next start, without doubles', async () => {
    const { imported, desk } = await undisturbed();
    const whole = { rows: outcomeOf(imported.rows), counts: countsOf(await desk.log()) };
    const appends = Number(await desk.store.head());
    for (let survived = 1; survived < appends; survived += 3) {
      const store = new InMemoryEventStore();
      await new ImportDesk(files, store).open('r1');
      const killed = new ImportDesk(files, dyingAfter(store, survived));
      await killed.import(TEXT);
      const next = new ImportDesk(files, store);
      await next.imports.resume();
      await next.imports.find(imported.importId)?.done;
      expect(outcomeOf(await next.report(imported.importId))).toEqual(whole.rows);
      expect(countsOf(await next.log())).toEqual(whole.counts);
      expect(await next.keptFiles.left()).toEqual([]);
    }
  });

  test('is finished when the same file comes again', async () => {
    const store = new InMemoryEventStore();
    const desk = await new ImportDesk(files, store).open('r1');
    const killed = await new ImportDesk(files, dyingAfter(store, 25)).import(TEXT);
    const { importId, rows } = await desk.import(TEXT);
    expect(importId).toBe(killed.importId);
    expect(outcomeOf(rows)).toEqual(outcomeOf((await undisturbed()).imported.rows));
  });

  test('before it was started at all leaves nothing but a file, which the next start takes away', async () => {
    const store = new InMemoryEventStore();
    await new ImportDesk(files, store).open('r1');
    const head = await store.head();
    await expect(new ImportDesk(files, dyingAfter(store, 0)).import(TEXT)).rejects.toThrow('killed');
    const next = new ImportDesk(files, store);
    expect(await next.keptFiles.left()).toHaveLength(1);
    await next.imports.resume();
    expect(await next.keptFiles.left()).toEqual([]);
    expect(await store.head()).toBe(head);
  });

  test('by an orderly stop comes to rest between two chunks and goes on at the next start', async () => {
    const many = ['namn;telefon', ...Array.from({ length: 1200 }, (_, n) => `Skola ${n};08-123 ${1000 + n}`)].join(
      '\n',
    );
    const desk = await new ImportDesk(files).open('r1');
    const path = await files.write(many);
    const { importId, done } = await desk.begin(path);
    await desk.imports.stop();
    await done;
    const reported = (await desk.report(importId)).length;
    expect(reported % 500).toBe(0);
    expect(reported).toBeLessThan(1200);
    const next = new ImportDesk(files, desk.store);
    await next.imports.resume();
    await next.imports.find(importId)?.done;
    expect(await next.report(importId)).toHaveLength(1200);
    expect(await next.cards()).toHaveProperty('size', 1200);
  });
});
