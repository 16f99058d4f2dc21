import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const PROBLEM_REF = '#/components/schemas/Problem';
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457. Members beside these are the facts of the refusal, such as holder, since and until.',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string', description: 'urn:aterkom:problem:<code>' },
    title: { type: 'string', description: 'The kind of refusal, in the language of Accept-Language (sv, en)' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'subject.reason; stable', example: 'card.locked' },
    detail: { type: 'string', description: 'For a person, in the same language' },
    errors: {
      type: 'array',
      description: 'The fields with the wrong shape',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
  additionalProperties: true,
};

const REFUSAL = {
  description: 'Not carried out; `code` says why',
  content: { 'application/problem+json': { schema: { $ref: PROBLEM_REF } } },
};

const PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Up to 100 printable characters; the same key again answers as the first time and changes nothing',
    schema: { type: 'string', maxLength: 100 },
  },
  FreshnessToken: {
    name: 'Freshness-Token',
    in: 'header',
    description: 'Of an earlier answer: wait until what it saved can be shown',
    schema: { type: 'string' },
  },
} as const;

const DESCRIPTION = `Hands callers the right card and records what each call led to.

Commands take an \`Idempotency-Key\` (up to 100 printable characters): a repeat answers as the first time and changes nothing.
Their answers carry a \`Freshness-Token\`; a query that is sent it waits until it can show what the command saved.
Errors are \`application/problem+json\` with a stable \`code\`. \`x-roles\` says for whom a route exists.`;

/** `CampaignController.list` → `campaignList` */
const operationId = (controller: string, method: string): string =>
  `${controller.charAt(0).toLowerCase()}${controller.slice(1).replace(/Controller$/, '')}${method.charAt(0).toUpperCase()}${method.slice(1)}`;

/** The document is worked out from the controllers; docs/openapi.json is its committed form. */
export function createOpenApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Återkom')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'The token of POST /api/sessions' })
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: operationId });
  for (const path of Object.values(document.paths)) describeAlike(path);
  const { schemas, ...components } = document.components ?? {};
  return {
    ...document,
    components: { ...components, parameters: PARAMETERS, schemas: { ...schemas, Problem: PROBLEM_SCHEMA } },
  };
}

/** What holds for every route, so that no controller needs to say it. */
function describeAlike(path: PathItem): void {
  for (const method of METHODS) {
    const operation = path[method];
    if (!operation) continue;
    operation.responses['default'] = REFUSAL;
    const name = method === 'get' ? 'FreshnessToken' : 'IdempotencyKey';
    operation.parameters = [...(operation.parameters ?? []), { $ref: `#/components/parameters/${name}` }];
  }
}

export const operationsOf = ({ paths }: OpenAPIObject): Operation[] =>
  Object.values(paths).flatMap((path) => METHODS.flatMap((method) => path[method] ?? []));

/** The page for people at /docs, the document for programs at /docs/openapi.json. */
export const serveOpenApi = (app: INestApplication): void =>
  SwaggerModule.setup('docs', app, () => createOpenApi(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Återkom API',
  });
