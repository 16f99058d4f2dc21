import { streamCategories } from '../contracts/stream-categories.js';
import { categoryOf } from '../store/stream-category.js';

/** The stream of the start-up probe, which is no part of any log. */
export const PROBE_STREAM = 'aterkom.start-probe';

const NAMESPACE = /^[a-z0-9]+$/;

/** Which streams a reader of the log wants: what the server is asked for, and what is picked from that. */
export interface WantedStreams {
  readonly prefixes: readonly string[];
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

  /** What stands on the server under other names is not ours and never travels. */
  get all(): WantedStreams {
    return this.ofCategories(streamCategories);
  }

  /** With the dash, so that `card` does not let `cardinal-1` through. */
  ofCategories(categories: readonly string[]): WantedStreams {
    const wanted = new Set(categories);
    const prefixes = categories.map((category) => this.onServer(`${category}-`));
    return { prefixes, includes: (streamId) => wanted.has(categoryOf(streamId)) };
  }
}
