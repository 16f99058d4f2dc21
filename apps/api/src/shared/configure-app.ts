import { RequestMethod, type SecurityHeadersOptions } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from '#runtime/logger';
import { Metrics } from '../operations/metrics.js';
import { recordRequests } from '../operations/request-log.js';
import { Stopping } from '../operations/stopping.js';
import { acceptFilesWhereExpected } from './file-body.js';
import { acceptJsonOnly } from './json-body.js';
import { serveOpenApi } from './openapi.js';
import { RequestCauses } from './request-cause.js';
import { ServerStopping } from './server.errors.js';
import { LOGGER } from './tokens.js';

/** Stand at the root, where probes and scrapers look for them. */
const AT_ROOT = ['health', 'ready', 'metrics'].map((path) => ({ path, method: RequestMethod.GET }));

/** Those that a browser heeds today. TLS, and with it HSTS, is the proxy's in front of us. */
const SECURITY_HEADERS: SecurityHeadersOptions = {
  contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  strictTransportSecurity: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** Everything about HTTP that is not a module's: the same for the process, the tests and the bench. */
export function configureApp(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  const [causes, stopping] = [app.get(RequestCauses), app.get(Stopping)];
  acceptJsonOnly(server);
  acceptFilesWhereExpected(server);
  server.decorateRequest('signedIn');
  server.decorateRequest('keyed');
  server.decorateRequest('cause', {
    getter() {
      return causes.of(this);
    },
  });
  server.addHook('onRequest', (_, reply, done) => {
    void reply.header('cache-control', 'no-store');
    done(stopping.signal.aborted ? new ServerStopping() : undefined);
  });
  recordRequests(server, app.get(Metrics), app.get<Logger>(LOGGER));
  app.setGlobalPrefix('api', { exclude: AT_ROOT });
  app.useSecurityHeaders(SECURITY_HEADERS);
  serveOpenApi(app);
}
