import multipart from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { ContentTypeUnsupported } from './request.errors.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly acceptsFiles?: boolean;
  }
}

/** The body comes as multipart/form-data; the handler reads it. */
export const AcceptsFiles = (): MethodDecorator =>
  applyDecorators(RouteConfig({ acceptsFiles: true }), ApiConsumes('multipart/form-data'));

/** Where no file is expected, a form is as wrong a type as any other. */
export function acceptFilesWhereExpected(server: FastifyInstance): void {
  void server.register(multipart);
  server.addHook('preValidation', (request, _, done) => {
    const isUnexpected = request.isMultipart() && !request.routeOptions.config.acceptsFiles;
    done(isUnexpected ? new ContentTypeUnsupported() : undefined);
  });
}
