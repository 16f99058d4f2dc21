import { LRUCache } from 'lru-cache';
import { msOf } from '#domain/shared/instant';
import { DomainError } from '#domain/shared/domain-error';
import type { Clock } from '#runtime/clock';

const WINDOW_SECONDS = 60;
/** Callers of one office share an address. */
const PER_ADDRESS = 10;
const REMEMBERED = 20_000;

export class TooManySignInAttempts extends DomainError {
  readonly code = 'session.too-many-attempts';
  constructor(readonly retryAfterSeconds: number) {
    super('too many failed attempts to sign in');
  }
}

interface Window {
  readonly endsAtMs: number;
  failed: number;
}

/** Counts failed attempts per username and per address in windows of a minute. An attempt counts until it has succeeded. */
export class SignInAttempts {
  private readonly windows = new LRUCache<string, Window>({ max: REMEMBERED });

  constructor(
    private readonly clock: Clock,
    private readonly perMinute: number,
  ) {}

  /** @returns what to call when the attempt succeeded. @throws TooManySignInAttempts */
  begin(usernameKey: string, address: string): () => void {
    const nowMs = msOf(this.clock.now());
    const windows = [
      this.windowOf(`username ${usernameKey}`, this.perMinute, nowMs),
      this.windowOf(`address ${address}`, this.perMinute * PER_ADDRESS, nowMs),
    ];
    for (const window of windows) window.failed += 1;
    return () => {
      for (const window of windows) window.failed -= 1;
    };
  }

  private windowOf(key: string, limit: number, nowMs: number): Window {
    const known = this.windows.get(key);
    const isOpen = known !== undefined && nowMs < known.endsAtMs;
    const window = isOpen ? known : { endsAtMs: nowMs + WINDOW_SECONDS * 1000, failed: 0 };
    if (window.failed >= limit) throw new TooManySignInAttempts(Math.ceil((window.endsAtMs - nowMs) / 1000));
    this.windows.set(key, window);
    return window;
  }
}
