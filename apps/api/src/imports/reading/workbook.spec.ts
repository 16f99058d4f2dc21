import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { collected } from '../testing/collected.js';
import { temporaryFiles } from '../testing/temporary-files.js';
import { inspectFile } from './inspect-file.js';
import { WorkbookIsTooLarge, WorkbookIsUnreadable } from './reading.errors.js';
import { READING_LIMITS, type ReadingLimits } from './reading-limits.js';
import { openTable, type TableRow } from './table.js';

const MANY_ROWS = 1200;

describe('a workbook', () => {
  const files = temporaryFiles();

  async function workbook(...rows: readonly (readonly unknown[])[]): Promise<string> {
    const sheet = rows.map((cells) => cells.map((value) => (value === null ? null : { value })));
    const path = `${files.folder}/book-${Math.random()}.xlsx`;
    await writeXlsxFile(sheet as SheetData, { dateFormat: 'yyyy-mm-dd' }).toFile(path);
    return path;
  }

  async function read(path: string, limits: Partial<ReadingLimits> = {}): Promise<TableRow[]> {
    const table = await openTable(await inspectFile(path), { ...READING_LIMITS, ...limits });
    return collected(table.rows);
  }

  test('is read by its first sheet: texts, numbers, days and gaps, each with its line', async () => {
    const day = new Date('2026-11-23T00:00:00Z');
    const path = await workbook(
      ['Namn', 'Telefon', 'Dag'],
      ['Åsa', 701234567, day],
      [null, null, null],
      ['Bo', null, true],
    );
    expect(await read(path)).toEqual([
      { line: 2, cells: ['Åsa', '701234567', '2026-11-23'] },
      { line: 4, cells: ['Bo', '', 'true'] },
    ]);
  });

  test('comes whole when it is read in several batches', async () => {
    const rows = Array.from({ length: MANY_ROWS }, (_, index) => [`Skola ${index}`]);
    const read1200 = await read(await workbook(['Namn'], ...rows));
    expect(read1200.map(({ cells }) => cells)).toEqual(rows);
    expect(read1200.at(-1)?.line).toBe(MANY_ROWS + 1);
  });

  test('may be closed before its end', async () => {
    const table = await openTable(await inspectFile(await workbook(['Namn'], ['A'], ['B'])));
    for await (const { cells } of table.rows) {
      expect(cells).toEqual(['A']);
      break;
    }
    await table.close();
  });

  test('is refused when it is damaged', async () => {
    const whole = await readFile(await workbook(['Namn'], ['A']));
    const path = await files.write(whole.subarray(0, whole.length / 2));
    await expect(read(path)).rejects.toThrow(WorkbookIsUnreadable);
  });

  test('is refused when it unpacks to more than the limit', async () => {
    const rows = Array.from({ length: MANY_ROWS }, () => ['a'.repeat(1000)]);
    await expect(read(await workbook(['Namn'], ...rows), { workbookUnpackedBytes: 1 })).rejects.toThrow(
      WorkbookIsTooLarge,
    );
  });

  test('is refused when its table does not fit in the memory that it is given', async () => {
    const corner = Array.from({ length: 3000 }, () => []);
    const wide = Array.from({ length: 2000 }, (_, index) => (index === 1999 ? 'Z' : null));
    const path = await workbook(['Namn'], ...corner, wide);
    await expect(read(path, { workbookHeapMb: 16 })).rejects.toThrow(WorkbookIsTooLarge);
  });
});
