import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#runtime/config';
import { problemOf, sendProblem } from './problem.js';
import { refusalOfRouter } from './refusal.js';
import { statusOf } from './status-of.js';

/** Milliseconds for a whole request to arrive, a large file over a slow line included. */
const REQUEST_TIMEOUT = 120_000;

const CODE_OF_PARSER_ERROR: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
};

/** What Node's parser refuses has no request yet, so the answer is written by hand, in the default language. */
function answerBrokenRequest({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return;
  const problem = problemOf({ code: CODE_OF_PARSER_ERROR[code] ?? 'request.malformed', facts: {} }, 'sv');
  const body = JSON.stringify(problem);
  const status = statusOf(problem.code);
  const headers = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}

function answerUnroutable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(request, reply, refusalOfRouter(error));
}

export const createAdapter = ({ bodyLimit, trustProxy }: Pick<Config, 'bodyLimit' | 'trustProxy'>): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit,
    trustProxy,
    requestTimeout: REQUEST_TIMEOUT,
    genReqId: () => randomUUID(),
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerUnroutable,
    // Requests that come while the process stops get our own answer, from a hook.
    return503OnClosing: false,
    // No Nest middleware is used; its plug-in would cost every request.
    skipMiddie: true,
  });
