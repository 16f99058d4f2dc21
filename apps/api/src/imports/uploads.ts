import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ContentTypeUnsupported } from '../shared/request.errors.js';
import { readAskedMapping } from './mapping/asked-mapping.js';
import { MappingMalformed } from './mapping/mapping.errors.js';
import { FileIsTooLarge } from './reading/reading.errors.js';
import { READING_LIMITS } from './reading/reading-limits.js';
import { KeptFiles } from './run/kept-files.js';
import { FileMissing, UploadMalformed } from './upload.errors.js';

const LIMITS = { fileSize: READING_LIMITS.bytes, files: 1, fields: 1, fieldSize: 65_536, parts: 2 };
const OWNER_ONLY = 0o600;

export interface Upload {
  readonly path: string;
  /** Our field → heading; absent where the guess will do. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** A form with the field `mapping` and the file `file`, in either order. The file goes to disk as it comes. */
@Injectable()
export class Uploads {
  constructor(private readonly files: KeptFiles) {}

  /** What the work does not keep of the file is deleted after it. */
  async use<T>(request: FastifyRequest, work: (upload: Upload) => Promise<T>): Promise<T> {
    if (!request.isMultipart()) throw new ContentTypeUnsupported();
    const path = await this.files.incoming();
    try {
      return await work(await received(request, path));
    } finally {
      await this.files.forget(path);
    }
  }
}

async function received(request: FastifyRequest, path: string): Promise<Upload> {
  const parts: string[] = [];
  let mapping: Upload['mapping'];
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      parts.push(part.type);
      if (part.type === 'file') await pipeline(part.file, createWriteStream(path, { mode: OWNER_ONLY }));
      else mapping = mappingOf(part);
    }
  } catch (error) {
    throw refusalOf(error);
  }
  if (!parts.includes('file')) throw new FileMissing();
  return { path, ...(mapping && { mapping }) };
}

/** An empty field is none. */
function mappingOf({ fieldname, ...part }: Multipart): Upload['mapping'] {
  if (fieldname !== 'mapping' || !('value' in part)) throw new UploadMalformed();
  return part.value === '' ? undefined : readAskedMapping(part.value);
}

/** The parser's errors have codes of its own, or none. */
function refusalOf(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new FileIsTooLarge(LIMITS.fileSize);
  const isOurs = error instanceof MappingMalformed || syscall !== undefined;
  return isOurs ? error : new UploadMalformed();
}
