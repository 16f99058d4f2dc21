import { describe } from '@jest/globals';
import { GenericContainer, Wait } from 'testcontainers';
import { findRealServer, type RealServer } from '../support/real-server.js';

export interface RealServers {
  /** How its addresses begin. */
  readonly scheme: string;
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
}

const PORT = 2113;

/** Tests on the server that EVENTSTORE_TEST_URL names, or in a container; where there is neither, the reason is printed. */
export async function describeWithRealServer(
  name: string,
  servers: RealServers,
  tests: (server: RealServer) => void,
): Promise<void> {
  const { scheme } = servers;
  const server = await findRealServer(name, {
    variable: 'EVENTSTORE_TEST_URL',
    schemes: [scheme, `${scheme}+discover`],
    startContainer: () => inContainer(servers),
  });
  if (server) describe(name, () => tests(server));
}

async function inContainer({ scheme, image, environment }: RealServers): Promise<RealServer> {
  const container = await new GenericContainer(image)
    .withEnvironment(environment)
    .withExposedPorts(PORT)
    .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCode(204))
    .start();
  const url = `${scheme}://${container.getHost()}:${container.getMappedPort(PORT)}?tls=false`;
  return { url, stop: () => container.stop() };
}
