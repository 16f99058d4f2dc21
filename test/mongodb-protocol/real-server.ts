import { afterAll } from '@jest/globals';
import { GenericContainer, Wait } from 'testcontainers';
import { findRealServer, type RealServer } from '../support/real-server.js';

const VARIABLE = 'MONGODB_TEST_URL';
const PORT = 27017;
/** Makes it a replica set of one when it is first asked, and is content once it takes writes. */
const TAKES_WRITES = `mongosh --quiet --eval "
  try { rs.status() } catch { rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'localhost:${PORT}' }] }) }
  quit(db.hello().isWritablePrimary ? 0 : 1)"`;

/**
 * The tests of a spec file once more, on the server that MONGODB_TEST_URL names, or in a container; where there is neither,
 * the reason is printed. The file is loaded by what is given, and asks `startViewsServer` for its server.
 */
export async function repeatOnRealMongodb(name: string, load: () => Promise<unknown>): Promise<void> {
  const server = await findRealServer(name, {
    variable: VARIABLE,
    schemes: ['mongodb', 'mongodb+srv'],
    startContainer,
  });
  if (!server) return;
  // Of this test file alone: each has an environment of its own.
  process.env[VARIABLE] = server.url;
  await load();
  // Behind those of the file, which run first.
  afterAll(async () => {
    await server.stop();
  });
}

async function startContainer(): Promise<RealServer> {
  const container = await new GenericContainer('mongo:8.0')
    .withCommand(['--replSet', 'rs0', '--bind_ip_all'])
    .withExposedPorts(PORT)
    .withHealthCheck({ test: ['CMD-SHELL', TAKES_WRITES], interval: 1000, timeout: 10_000, retries: 60 })
    .withWaitStrategy(Wait.forHealthCheck())
    .start();
  // The name under which the member knows itself is none out here.
  const url = `mongodb://${container.getHost()}:${container.getMappedPort(PORT)}/?directConnection=true`;
  return { url, stop: () => container.stop() };
}
