import { categoryOf } from '../store/stream-category.js';

/** The stream of the start-up probe, which is no part of any log. */
export const PROBE_STREAM = 'aterkom.start-probe';

/** Neither the server's own streams nor the probe's. */
const NOT_OURS = String.raw`^(?!\$|aterkom\.)`;
const NAMESPACE = /^(?!aterkom$)[a-z0-9]+$/;

/** Which streams a reader of the log wants: what the server is asked for, and what is picked from that. */
export interface WantedStreams {
  readonly filter: { readonly regex: string } | { readonly prefixes: readonly string[] };
  readonly includes: (streamId: string) => boolean;
}

/** How the log's streams are named on the server: with a namespace before them, several logs can share one server. */
export class StreamNames {
  private readonly prefix: string;

  /** @throws RangeError */
  constructor(namespace?: string) {
    if (namespace !== undefined && !NAMESPACE.test(namespace)) throw new RangeError(`namespace: ${NAMESPACE.source}`);
    this.prefix = namespace === undefined ? '' : `${namespace}.`;
  }

  onServer(streamId: string): string {
    return streamId === PROBE_STREAM ? streamId : `${this.prefix}${streamId}`;
  }

  inLog(serverName: string): string {
    return serverName.slice(this.prefix.length);
  }

  get all(): WantedStreams {
    return { filter: this.prefix ? { prefixes: [this.prefix] } : { regex: NOT_OURS }, includes: () => true };
  }

  /** The server knows prefixes: `card` lets `cardinal-1` through as well. */
  ofCategories(categories: readonly string[] | undefined): WantedStreams {
    if (!categories) return this.all;
    const wanted = new Set(categories);
    const prefixes = categories.map((category) => this.onServer(category));
    return { filter: { prefixes }, includes: (streamId) => wanted.has(categoryOf(streamId)) };
  }
}
