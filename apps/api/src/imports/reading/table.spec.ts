import { describe, expect, test } from '@jest/globals';
import { collected } from '../testing/collected.js';
import { temporaryFiles } from '../testing/temporary-files.js';
import { inspectFile } from './inspect-file.js';
import {
  FileHasNoRows,
  FileHasTooManyColumns,
  FileHasTooManyRows,
  FileIsEmpty,
  QuoteIsMisplaced,
  QuoteIsNotClosed,
  RowIsTooLarge,
} from './reading.errors.js';
import { READING_LIMITS, type ReadingLimits } from './reading-limits.js';
import { openTable, type TableRow } from './table.js';

const row = (line: number, ...cells: string[]): TableRow => ({ line, cells });
const columns = (count: number, of = 'c'): string[] => Array.from({ length: count }, (_, index) => `${of}${index}`);

describe('a text table', () => {
  const files = temporaryFiles();

  async function read(
    content: string | Uint8Array,
    limits: Partial<ReadingLimits> = {},
  ): Promise<{ headings: readonly string[]; rows: TableRow[] }> {
    const file = await inspectFile(await files.write(content));
    const table = await openTable(file, { ...READING_LIMITS, ...limits });
    return { headings: table.headings, rows: await collected(table.rows) };
  }

  test.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('is cut at %s', async (_, mark) => {
    const { headings, rows } = await read(`namn${mark}adress${mark}ort\nÅsa${mark}"Vägen 1, 2; B|C\t"${mark}Örebro\n`);
    expect(headings).toEqual(['namn', 'adress', 'ort']);
    expect(rows).toEqual([row(2, 'Åsa', 'Vägen 1, 2; B|C\t', 'Örebro')]);
  });

  test('is not cut at the commas of its addresses', async () => {
    const { rows } = await read('namn;adress\nA;Gatan 1, plan 2\nB;Gatan 2, plan 3\nC;Gatan 3, plan 4');
    expect(rows[0]).toEqual(row(2, 'A', 'Gatan 1, plan 2'));
  });

  test('is not cut at the commas of its heading', async () => {
    expect((await read('namn;adress (gata, nummer, plan)\nA;B\nC;D\nE;F\nG;H')).rows[0]).toEqual(row(2, 'A', 'B'));
  });

  test('may have one column', async () => {
    expect(await read('namn\nA\nB')).toEqual({ headings: ['namn'], rows: [row(2, 'A'), row(3, 'B')] });
  });

  test.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffnamn;ort\nÅsa €;Ör')],
    ['UTF-16LE', Buffer.from('\ufeffnamn;ort\nÅsa €;Ör', 'utf16le')],
    ['UTF-16BE', Buffer.from('\ufeffnamn;ort\nÅsa €;Ör', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('6e616d6e3b6f72740ac57361 20803bd672'.replace(' ', ''), 'hex')],
  ])('is read from %s', async (_, content) => {
    expect(await read(content)).toEqual({ headings: ['namn', 'ort'], rows: [row(2, 'Åsa €', 'Ör')] });
  });

  test.each([
    ['\\n', '\n'],
    ['\\r\\n', '\r\n'],
    ['\\r', '\r'],
  ])('tells the line of every row, past blank ones and cells of several lines, with %s', async (_, end) => {
    const lines = ['', 'namn;ort', 'A;"B', 'C"', '', ';', 'D;E'];
    expect((await read(lines.join(end))).rows).toEqual([row(3, 'A', 'B\nC'), row(7, 'D', 'E')]);
  });

  test('may mix line ends', async () => {
    expect((await read('namn;ort\r\nA;B\nC;D\r\nE;F')).rows).toHaveLength(3);
  });

  test('keeps line ends apart from the blocks in which the file is read', async () => {
    const long = 'x'.repeat(65_536 - 'namn\n'.length - '\r'.length);
    expect((await read(`namn\n${long}\r\nB\r\n`)).rows.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('takes doubled quotation marks for one', async () => {
    expect((await read('namn,ort\n"Café ""Åsa""",B')).rows).toEqual([row(2, 'Café "Åsa"', 'B')]);
  });

  test('refuses a row of a hundred columns with a broken quotation mark, by its line, and reads the others', async () => {
    const broken = columns(100, 'x').with(57, 'Café "Åsa"');
    const text = [columns(100), columns(100, 'a'), broken, broken, columns(100, 'b')].map((cells) => cells.join(','));
    const { rows } = await read(text.join('\n'));
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [2, undefined],
      [3, 'row.broken-quotes'],
      [4, 'row.broken-quotes'],
      [5, undefined],
    ]);
    expect(rows[3]?.cells).toEqual(columns(100, 'b'));
  });

  test('reports a broken row at the end of the file', async () => {
    expect((await read('namn,ort\nA,B\nC "D" E,F')).rows.at(-1)).toMatchObject({
      line: 3,
      problem: 'row.broken-quotes',
    });
  });

  test('is refused whole where a quotation mark is never closed, by the line of its row', async () => {
    const text = `namn,ort\nA,B\nC,"D\n${'E,F\n'.repeat(1000)}`;
    await expect(read(text)).rejects.toMatchObject(new QuoteIsNotClosed(3));
  });

  test('is refused whole where text follows a closing quotation mark', async () => {
    await expect(read('namn,ort\nA,B\nC,"D\nE,"F",G\n')).rejects.toMatchObject(new QuoteIsMisplaced(4, 3));
    await expect(read('na"mn,ort\nA,B')).rejects.toMatchObject(new QuoteIsMisplaced(1, 1));
  });

  test('is refused whole where an open quotation mark swallows more than a row may hold', async () => {
    const text = `namn,ort\nA,"B\n${'C,D\n'.repeat(100)}`;
    await expect(read(text, { rowBytes: 200 })).rejects.toMatchObject(new RowIsTooLarge(2, 200));
  });

  test('refuses a row with more cells than headings, and fills up one with fewer', async () => {
    const { rows } = await read('namn,ort\nA,B,C\nD\nE,F,,\n');
    expect(rows).toEqual([
      { line: 2, cells: ['A', 'B', 'C'], problem: 'row.too-long' },
      { line: 3, cells: ['D'], problem: 'row.too-short' },
      { line: 4, cells: ['E', 'F', '', ''] },
    ]);
  });

  test('refuses a row with a cell beyond the limit', async () => {
    const { rows } = await read('namn\nABCD\nABC', { cellLength: 3 });
    expect(rows.map(({ problem }) => problem)).toEqual(['cell.too-long', undefined]);
  });

  test('gives every column a name of its own', async () => {
    const { headings } = await read('Telefon;;Telefon;"Ort\noch  län"; Telefon ;;\nA;B;C;D;E;;');
    expect(headings).toEqual(['Telefon', '#2', 'Telefon (2)', 'Ort och län', 'Telefon (3)']);
  });

  test('has limits to its rows and columns', async () => {
    await expect(read('a\n1\n2', { rows: 1 })).rejects.toMatchObject(new FileHasTooManyRows(1));
    await expect(read('a,b\n1,2', { columns: 1 })).rejects.toMatchObject(new FileHasTooManyColumns(2, 1));
  });

  test('needs a heading and a row', async () => {
    await expect(read('\n;;\n  \n')).rejects.toThrow(FileIsEmpty);
    await expect(read('namn;ort\n;\n')).rejects.toThrow(FileHasNoRows);
  });
});
