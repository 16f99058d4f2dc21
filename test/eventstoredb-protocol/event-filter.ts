import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Stored } from './stored.js';

type Filter = ReadReq.Options.FilterOptions | undefined;

/** Which events a filter lets through: by a regular expression where there is one, else by prefixes. */
export function isWantedBy(filter: Filter): (event: Stored) => boolean {
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (!expression) return () => true;
  const textOf = (event: Stored): string => (filter?.hasStreamIdentifier() ? event.streamId : event.type);
  const regex = expression.getRegex() === '' ? undefined : new RegExp(expression.getRegex(), 'u');
  if (regex) return (event) => regex.test(textOf(event));
  const prefixes = expression.getPrefixList();
  return (event) => prefixes.some((prefix) => textOf(event).startsWith(prefix));
}
