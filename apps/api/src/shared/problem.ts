import type { FastifyReply, FastifyRequest } from 'fastify';
import { fieldTexts } from '../texts/field.texts.js';
import { orderFormTexts } from '../texts/order-form.texts.js';
import { errorTexts, statusTexts } from '../texts/error-texts.js';
import { languageOf, withFacts, type Language, type Texts } from '../texts/texts.js';
import type { Refusal } from './refusal.js';
import type { FieldProblem } from './request.errors.js';
import { statusOf } from './status-of.js';

type ToldProblem = FieldProblem & { readonly message: string };

/** Of single fields; those of the order form come from the rules themselves. */
const findingTexts: Texts = { ...fieldTexts, ...orderFormTexts };

interface Findings {
  readonly errors?: readonly FieldProblem[];
  readonly warnings?: readonly FieldProblem[];
}

/** RFC 9457, with our stable code, the facts of the refusal as members of their own, and the fields that are wrong. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly ToldProblem[];
  /** What may be confirmed. */
  readonly warnings?: readonly ToldProblem[];
  readonly [fact: string]: unknown;
}

export function problemOf({ code, facts }: Refusal, language: Language): Problem {
  const status = statusOf(code);
  const { errors, warnings, ...others } = facts as Refusal['facts'] & Findings;
  return {
    ...others,
    type: `urn:aterkom:problem:${code}`,
    title: statusTexts[status]?.[language] ?? code,
    status,
    code,
    detail: withFacts(errorTexts[code]?.[language] ?? code, facts),
    ...(errors && { errors: told(errors, language) }),
    ...(warnings && { warnings: told(warnings, language) }),
  };
}

/** Each with its words. */
export const told = (problems: readonly FieldProblem[], language: Language): readonly ToldProblem[] =>
  problems.map((problem) => ({ ...problem, message: findingTexts[problem.code]?.[language] ?? problem.code }));

/** In the client's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): void {
  const problem = problemOf(refusal, languageOf(request.headers['accept-language']));
  void reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
}
