export interface ServerCredentials {
  readonly username: string;
  readonly password: string;
}

/** Says what is wrong without quoting the address, which may hold a password. */
export class ServerUrlRefused extends Error {
  override readonly name = 'ServerUrlRefused';
  constructor(reason: string) {
    super(`the event store's address is of no use: ${reason}`);
  }
}

/** The client would print the whole address, password and all, on meeting any other. */
const KNOWN_SETTINGS: readonly string[] = [
  'tls',
  'tlscafile',
  'usercertfile',
  'userkeyfile',
  'connectionname',
  'defaultdeadline',
  'discoveryinterval',
  'gossiptimeout',
  'maxdiscoverattempts',
  'nodepreference',
  'keepaliveinterval',
  'keepalivetimeout',
];

const ADDRESS = /^(?<scheme>[a-z+]+):\/\/(?<own>[^@/]+@)?(?<rest>[^?]+)(?<query>\?.*)?$/;

/** The client's own connection string; credentials that come from elsewhere are put into it. @throws ServerUrlRefused */
export function connectionString(url: string, schemes: readonly string[], credentials?: ServerCredentials): string {
  const { scheme, own, rest, query } = partsOf(url);
  if (!schemes.includes(scheme)) throw new ServerUrlRefused(`it must begin with ${schemes.join(':// or ')}://`);
  const unknown = settingsIn(query).find((setting) => !KNOWN_SETTINGS.includes(setting));
  if (unknown !== undefined) throw new ServerUrlRefused(`the setting ${unknown} is unknown`);
  return `${scheme}://${credentials ? textOf(credentials) : own}${rest}${query}`;
}

function partsOf(url: string) {
  const parts = ADDRESS.exec(url)?.groups;
  if (!parts) throw new ServerUrlRefused('it is no address');
  const { scheme = '', own = '', rest = '', query = '' } = parts;
  return { scheme, own, rest, query };
}

/** Written in any case, with or without dashes. */
const settingsIn = (query: string): string[] =>
  [...query.matchAll(/[?&](?<name>[^=&]+)/g)].map(({ groups }) =>
    (groups?.['name'] ?? '').toLowerCase().replace(/[_-]/g, ''),
  );

const textOf = ({ username, password }: ServerCredentials): string =>
  `${encodeURIComponent(username)}:${encodeURIComponent(password)}@`;
