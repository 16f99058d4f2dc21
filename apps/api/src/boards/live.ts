import {
  asyncScheduler,
  distinctUntilChanged,
  exhaustMap,
  interval,
  map,
  merge,
  Observable,
  of,
  takeUntil,
  throttleTime,
  timer,
  type ObservableInput,
  type SchedulerLike,
} from 'rxjs';

/** At most one answer in so long. */
const BETWEEN_ANSWERS_MS = 1000;
/** Tells client and proxies that the connection lives; what changes by the clock alone is seen then. */
const HEARTBEAT_MS = 15_000;
/** Then the client connects anew, and is asked anew who it is. */
const LONGEST_MS = 15 * 60_000;

/** A comment is heard by the connection only. */
export type LiveMessage<T> = { readonly data: T } | { readonly comment: string };

export interface LiveSource<T> {
  /** Something may have changed. */
  readonly changes: Observable<unknown>;
  readonly read: () => ObservableInput<T>;
  /** Differs where there is something new to tell. */
  readonly essenceOf: (answer: T) => string;
  /** The process is asked to end. */
  readonly stopping: Observable<unknown>;
}

/** What is read, at once and whenever it has changed, until the client leaves. */
export function liveAnswers<T>(
  { changes, read, essenceOf, stopping }: LiveSource<T>,
  scheduler: SchedulerLike = asyncScheduler,
): Observable<LiveMessage<T>> {
  const beats = interval(HEARTBEAT_MS, scheduler);
  const answers = merge(of(undefined), changes, beats).pipe(
    throttleTime(BETWEEN_ANSWERS_MS, scheduler, { leading: true, trailing: true }),
    exhaustMap(read),
    distinctUntilChanged((one, other) => essenceOf(one) === essenceOf(other)),
    map((data) => ({ data })),
  );
  const alive = beats.pipe(map(() => ({ comment: 'alive' })));
  return merge(answers, alive).pipe(takeUntil(merge(stopping, timer(LONGEST_MS, scheduler))));
}

/** Emits whenever the iterable yields; lets go of it when nobody listens any more. */
export const whenever = (follow: (signal: AbortSignal) => AsyncIterable<unknown>): Observable<unknown> =>
  new Observable((subscriber) => {
    const leaving = new AbortController();
    const run = async (): Promise<void> => {
      for await (const one of follow(leaving.signal)) subscriber.next(one);
      subscriber.complete();
    };
    run().catch((error: unknown) => subscriber.error(error));
    return () => leaving.abort();
  });
