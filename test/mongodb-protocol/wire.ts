import { RawDoc } from './raw-doc.js';

// OP_MSG, and OP_QUERY, which drivers send once to say hello.

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const HEADER_BYTES = 16;
export const MAX_MESSAGE_BYTES = 48_000_000;

export interface Message {
  readonly id: number;
  readonly body: RawDoc;
  /** Documents that were sent beside the body, under the name of the field that they belong to. */
  readonly sequences: ReadonlyMap<string, readonly RawDoc[]>;
  /** Nobody waits for an answer. */
  readonly isSilent: boolean;
  readonly isLegacy: boolean;
}

/** Cuts a stream of bytes into messages. */
export class Framing {
  private held: Buffer[] = [];
  private heldBytes = 0;

  /** @throws RangeError on a length that no message has */
  *feed(chunk: Buffer): Generator<Buffer> {
    this.held.push(chunk);
    this.heldBytes += chunk.length;
    while (this.heldBytes >= HEADER_BYTES) {
      const [first = chunk] = this.held;
      const all = first.length < 4 ? Buffer.concat(this.held) : first;
      const length = all.readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new RangeError(`a message of ${length} bytes`);
      if (this.heldBytes < length) return;
      yield this.taken(length);
    }
  }

  private taken(length: number): Buffer {
    const [only] = this.held;
    const whole = only && this.held.length === 1 ? only : Buffer.concat(this.held);
    this.held = [whole.subarray(length)];
    this.heldBytes -= length;
    return whole.subarray(0, length);
  }
}

/** Undefined for an operation that is not spoken here. */
export function parseMessage(bytes: Buffer): Message | undefined {
  const id = bytes.readInt32LE(4);
  const operation = bytes.readInt32LE(12);
  if (operation === OP_QUERY) {
    const nameEnd = bytes.indexOf(0, HEADER_BYTES + 4);
    const body = RawDoc.at(bytes, nameEnd + 9);
    return { id, body, sequences: new Map(), isSilent: false, isLegacy: true };
  }
  return operation === OP_MSG ? parseSections(id, bytes) : undefined;
}

function parseSections(id: number, bytes: Buffer): Message {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  const end = bytes.length - (flags & CHECKSUM_PRESENT ? 4 : 0);
  const sequences = new Map<string, readonly RawDoc[]>();
  let body = RawDoc.of({});
  for (let at = HEADER_BYTES + 4; at < end;) {
    const kind = bytes[at];
    const length = bytes.readInt32LE(at + 1);
    const section = bytes.subarray(at + 1, at + 1 + length);
    if (kind === 0) body = new RawDoc(section);
    else {
      const nameEnd = section.indexOf(0, 4);
      sequences.set(section.toString('utf8', 4, nameEnd), documentsIn(section.subarray(nameEnd + 1)));
    }
    at += 1 + length;
  }
  return { id, body, sequences, isSilent: (flags & MORE_TO_COME) !== 0, isLegacy: false };
}

function documentsIn(bytes: Buffer): RawDoc[] {
  const documents: RawDoc[] = [];
  for (let at = 0; at < bytes.length;) {
    const document = RawDoc.at(bytes, at);
    documents.push(document);
    at += document.bytes.length;
  }
  return documents;
}

export function replyTo({ id, isLegacy }: Message, document: Uint8Array): Buffer {
  const header = Buffer.alloc(isLegacy ? HEADER_BYTES + 20 : HEADER_BYTES + 5);
  header.writeInt32LE(header.length + document.length, 0);
  header.writeInt32LE(id, 8);
  header.writeInt32LE(isLegacy ? OP_REPLY : OP_MSG, 12);
  if (isLegacy) header.writeInt32LE(1, HEADER_BYTES + 16);
  return Buffer.concat([header, document]);
}
