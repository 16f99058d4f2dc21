import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const GZIP_MAGIC = 0x1f8b;

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE() === GZIP_MAGIC;
  } finally {
    await handle.close();
  }
}

/** The file's text, unpacked where it is packed, whatever its name says. */
export async function openText(file: string): Promise<Readable> {
  const bytes = createReadStream(file);
  if (!(await isGzip(file))) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

/** Empty when the file is. */
export async function firstLine(file: string): Promise<string> {
  const text = await openText(file);
  const lines = createInterface({ input: text });
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
    text.destroy();
  }
}
