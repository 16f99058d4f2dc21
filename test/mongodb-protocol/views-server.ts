import { MongodbProtocolServer, type ProtocolServerOptions } from './mongodb-protocol-server.js';

export interface ViewsServer {
  urlOf(database: string): string;
  close(): Promise<void>;
}

/** The server that MONGODB_TEST_URL names, on which what the tests store stays; a double of one where it names none. */
export async function startViewsServer(options?: ProtocolServerOptions): Promise<ViewsServer> {
  const { MONGODB_TEST_URL: given } = process.env;
  if (given === undefined) return MongodbProtocolServer.start(options);
  return { urlOf: (database) => withDatabase(given, database), close: () => Promise.resolve() };
}

/** The address may name several members, which no URL of the web does. */
const withDatabase = (url: string, database: string): string =>
  url.replace(/^(?<server>[^:]+:\/\/[^/?]*)[^?]*/, `$<server>/${database}`);
