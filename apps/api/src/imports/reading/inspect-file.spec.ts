import { describe, expect, test } from '@jest/globals';
import { temporaryFiles } from '../testing/temporary-files.js';
import { inspectFile } from './inspect-file.js';
import { FileIsEmpty, FileIsNoTable, FileIsTooLarge, WorkbookIsTooOld } from './reading.errors.js';

const LONG = 200_000;

describe('what a file is', () => {
  const files = temporaryFiles();
  const formOf = async (content: string | Uint8Array): Promise<string> =>
    (await inspectFile(await files.write(content))).form;

  test.each([
    ['UTF-8', Buffer.from('namn;ort\nÅsa;Örebro'), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffnamn;ort'), 'utf-8'],
    ['UTF-16 of Windows', Buffer.from('\ufeffnamn\tort', 'utf16le'), 'utf-16le'],
    ['UTF-16 of other machines', Buffer.from('\ufeffnamn\tort', 'utf16le').swap16(), 'utf-16be'],
    ['Windows-1252', Buffer.from('namn;ort\nÅsa;Örebro', 'latin1'), 'windows-1252'],
    ['a workbook', Buffer.from('504b030414000600', 'hex'), 'workbook'],
  ])('is told for %s', async (_, content, form) => {
    expect(await formOf(content)).toBe(form);
  });

  test('is UTF-8 also where a character is cut in two by the end of a block', async () => {
    for (const shift of ['', 'x']) expect(await formOf(`${shift}${'å'.repeat(LONG)}`)).toBe('utf-8');
  });

  test('is Windows-1252 where the one letter beyond ASCII is the last', async () => {
    expect(await formOf(Buffer.from(`${'a'.repeat(LONG)}å`, 'latin1'))).toBe('windows-1252');
  });

  test.each([
    ['empty', Buffer.alloc(0), FileIsEmpty],
    ['binary', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), FileIsNoTable],
    ['a workbook of the old format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), WorkbookIsTooOld],
  ])('is refused when %s', async (_, content, refusal) => {
    await expect(formOf(content)).rejects.toThrow(refusal);
  });

  test('is refused when it is larger than the limit', async () => {
    const path = await files.write('0123456789');
    await expect(inspectFile(path, 9)).rejects.toMatchObject(new FileIsTooLarge(9));
    expect((await inspectFile(path, 10)).form).toBe('utf-8');
  });

  test('comes with the SHA-256 of its bytes', async () => {
    const { hash } = await inspectFile(await files.write('abc'));
    expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
