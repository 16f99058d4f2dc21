import { categoryOf } from '../store/stream-category.js';

/** The stream of the start-up probe, which is no part of the log. */
export const PROBE_STREAM = 'aterkom.start-probe';

/** Neither the server's own streams nor the probe's. */
const OWN_STREAMS = String.raw`^(?!\$|aterkom\.)`;

/** Which streams a reader of the log wants: what the server is asked for, and what is picked from that. */
export interface WantedStreams {
  readonly filter: { readonly regex: string } | { readonly prefixes: readonly string[] };
  readonly includes: (streamId: string) => boolean;
}

export const ALL_STREAMS: WantedStreams = { filter: { regex: OWN_STREAMS }, includes: () => true };

/** The server knows prefixes: `card` lets `cardinal-1` through as well. */
export function streamsOf(categories: readonly string[] | undefined): WantedStreams {
  if (!categories) return ALL_STREAMS;
  const wanted = new Set(categories);
  return { filter: { prefixes: categories }, includes: (streamId) => wanted.has(categoryOf(streamId)) };
}
