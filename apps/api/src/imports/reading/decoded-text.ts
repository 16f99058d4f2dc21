import { createReadStream } from 'node:fs';
import type { TextEncoding } from './inspect-file.js';

/** The file as text without byte order mark; every row ends in \n, whatever mixture of line ends the file has. */
export async function* decodedText(path: string, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const chunk of createReadStream(path)) {
    const text = held + decoder.decode(chunk as Buffer, { stream: true });
    // The other half of a line end may stand in the next chunk.
    held = text.endsWith('\r') ? '\r' : '';
    yield oneLineEnd(text.slice(0, text.length - held.length));
  }
  yield oneLineEnd(held + decoder.decode());
}

const oneLineEnd = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
