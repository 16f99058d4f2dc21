import { readFile } from 'node:fs/promises';
import { SHORTEST_SECRET, type Config } from './config.js';

/** The file holds something, but no secret that is long enough. */
export class SecretUnusable extends Error {
  override readonly name = 'SecretUnusable';
  constructor(readonly file: string) {
    super(`${file} must hold a text of at least ${SHORTEST_SECRET} characters`);
  }
}

/** BOUNCE_SECRET, else what its file holds; undefined where neither is set. @throws SecretUnusable */
export async function readBounceSecret({
  bounceSecret,
  bounceSecretFile,
}: Pick<Config, 'bounceSecret' | 'bounceSecretFile'>): Promise<string | undefined> {
  if (bounceSecret !== undefined || bounceSecretFile === undefined) return bounceSecret;
  const secret = (await readFile(bounceSecretFile, 'utf8')).trim();
  if (secret.length < SHORTEST_SECRET) throw new SecretUnusable(bounceSecretFile);
  return secret;
}
