import type { Document } from 'bson';
import { Context } from 'mingo/core';
import * as queryOperators from 'mingo/operators/query';
import { Query } from 'mingo/query';
import { compareValues, isDocument } from './bson-order.js';
import { CODES, CommandFailed } from './command-failed.js';
import { valuesAt } from './paths.js';

/** Of a filter alone: mingo copies its operators for every query, and all that it knows are many. */
const OPTIONS = { context: Context.init({ query: queryOperators }) };

/** Whether a document passes a filter. @throws CommandFailed on an operator that is not there */
export function matcherOf(filter: Document): (document: Document) => boolean {
  const asked = Object.entries(filter);
  // As most ask, by keys and such: not worth the making of a query.
  if (asked.every(([field, value]) => !field.startsWith('$') && isSimple(value)))
    return (document) => equals(document, asked);
  const wholes = Object.entries(filter).filter(([field, value]) => !field.startsWith('$') && isWholeDocument(value));
  const query = attempted(() => new Query(filter, OPTIONS));
  return (document) => query.test(document) && wholes.every(([field, value]) => holds(document, field, value));
}

const SIMPLE: readonly string[] = ['string', 'number', 'boolean'];

const isSimple = (value: unknown): boolean => SIMPLE.includes(typeof value);

const equals = (document: Document, asked: readonly (readonly [string, unknown])[]): boolean =>
  asked.every(([field, value]) =>
    valuesAt(document, field).some((found) => found === value || (Array.isArray(found) && found.includes(value))),
  );

/** A document as a value, not a list of operators. */
const isWholeDocument = (value: unknown): boolean =>
  isDocument(value) && value.constructor === Object && !Object.keys(value).some((name) => name.startsWith('$'));

/** mingo leaves the order of fields out of account. */
const holds = (document: Document, field: string, value: unknown): boolean =>
  valuesAt(document, field)
    .flat()
    .some((found) => compareValues(found, value) === 0);

function attempted<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new CommandFailed(CODES.badValue, error instanceof Error ? error.message : 'bad filter');
  }
}
