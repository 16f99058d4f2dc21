import { describe, test } from '@jest/globals';
import { GenericContainer, Wait } from 'testcontainers';

export interface RealServers {
  /** How its addresses begin. */
  readonly scheme: string;
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
}

interface RealServer {
  readonly url: string;
  readonly stop: () => Promise<unknown>;
}

const VARIABLE = 'EVENTSTORE_TEST_URL';
const PORT = 2113;

/** Tests on the server that EVENTSTORE_TEST_URL names, or in a container; where there is neither, the reason is printed. */
export async function describeWithRealServer(
  name: string,
  servers: RealServers,
  tests: (server: RealServer) => void,
): Promise<void> {
  try {
    const server = await serverOf(servers);
    describe(name, () => tests(server));
  } catch (error) {
    const reason = `${VARIABLE} names no ${servers.scheme}:// server and no container starts: ${(error as Error).message}`;
    process.stderr.write(`skipped: ${name}: ${reason}\n`);
    describe.skip(name, () => test('needs a server', () => undefined));
  }
}

async function serverOf({ scheme, image, environment }: RealServers): Promise<RealServer> {
  const named = process.env[VARIABLE] ?? '';
  if (named.startsWith(`${scheme}:`) || named.startsWith(`${scheme}+discover:`)) {
    return { url: named, stop: () => Promise.resolve() };
  }
  const container = await new GenericContainer(image)
    .withEnvironment(environment)
    .withExposedPorts(PORT)
    .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCode(204))
    .start();
  const url = `${scheme}://${container.getHost()}:${container.getMappedPort(PORT)}?tls=false`;
  return { url, stop: () => container.stop() };
}
