/** The clients' generated code shares one global; the second to be loaded would break the first. */
export class TwoClientsInOneProcess extends Error {
  override readonly name = 'TwoClientsInOneProcess';
  constructor(loaded: string, asked: string) {
    super(`this process speaks through ${loaded}, and can not through ${asked} as well`);
  }
}

export type ClientName = 'db-client' | 'kurrentdb-client';

let loaded: ClientName | undefined;

/** To be called before a client is loaded. @throws TwoClientsInOneProcess */
export function onlyClient(asked: ClientName): void {
  if (loaded !== undefined && loaded !== asked) throw new TwoClientsInOneProcess(loaded, asked);
  loaded = asked;
}
