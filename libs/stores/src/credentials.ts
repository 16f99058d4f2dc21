import { readFile } from 'node:fs/promises';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The name goes up to the first colon; a file ends with a line break as often as not. */
export async function credentialsIn(file: string | undefined): Promise<Credentials | undefined> {
  if (file === undefined) return undefined;
  const held = (await readFile(file, 'utf8')).trimEnd();
  const colon = held.indexOf(':');
  return { username: held.slice(0, Math.max(colon, 0)), password: held.slice(colon + 1) };
}

/** Into an address that may name several servers, which is no URL to the letter. */
export function withCredentials(address: string, { username, password }: Credentials): string {
  const [scheme = '', rest = ''] = address.split('://', 2);
  const servers = rest.slice(rest.lastIndexOf('@') + 1);
  return `${scheme}://${encodeURIComponent(username)}:${encodeURIComponent(password)}@${servers}`;
}
