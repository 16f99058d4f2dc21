import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { FileIsEmpty, FileIsNoTable, FileIsTooLarge, WorkbookIsTooOld } from './reading.errors.js';
import { READING_LIMITS } from './reading-limits.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type FileForm = 'workbook' | TextEncoding;

export interface InspectedFile {
  readonly path: string;
  readonly form: FileForm;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
}

type Signature = readonly [bytes: string, form: FileForm | 'old-workbook'];
const SIGNATURES: readonly Signature[] = [
  ['504b0304', 'workbook'],
  ['d0cf11e0', 'old-workbook'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];

/** Reads the bytes once. Text without a mark at its start is UTF-8 where all of it is, else Windows-1252. */
export async function inspectFile(path: string, limitBytes = READING_LIMITS.bytes): Promise<InspectedFile> {
  const hash = createHash('sha256');
  const text = new TextSigns();
  let form: Signature[1] | undefined;
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (bytes === 0) form = formBySignature(chunk);
    bytes += chunk.length;
    if (bytes > limitBytes) throw new FileIsTooLarge(limitBytes);
    hash.update(chunk);
    text.see(chunk);
  }
  if (bytes === 0) throw new FileIsEmpty();
  if (form === 'old-workbook') throw new WorkbookIsTooOld();
  return { path, form: form ?? text.encoding(), hash: hash.digest('hex') };
}

const formBySignature = (chunk: Buffer): Signature[1] | undefined =>
  SIGNATURES.find(([signature]) => chunk.subarray(0, signature.length / 2).toString('hex') === signature)?.[1];

/** What the bytes so far say about their encoding. */
class TextSigns {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private mayBeUtf8 = true;
  private hasZero = false;

  see(chunk: Buffer): void {
    this.hasZero ||= chunk.includes(0);
    this.tryUtf8(chunk);
  }

  encoding(): TextEncoding {
    if (this.hasZero) throw new FileIsNoTable();
    this.tryUtf8();
    return this.mayBeUtf8 ? 'utf-8' : 'windows-1252';
  }

  /** Without a chunk: the file ends, perhaps in the middle of a character. */
  private tryUtf8(chunk?: Buffer): void {
    if (!this.mayBeUtf8) return;
    try {
      this.utf8.decode(chunk, { stream: chunk !== undefined });
    } catch {
      this.mayBeUtf8 = false;
    }
  }
}
