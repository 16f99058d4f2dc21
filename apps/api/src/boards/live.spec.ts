import { describe, expect, test } from '@jest/globals';
import { defer, NEVER, of, throwError, type Observable } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { liveAnswers, whenever } from './live.js';

type Helpers = Parameters<Parameters<TestScheduler['run']>[0]>[0];

/** In virtual time: nothing waits. */
const inTime = (work: (helpers: Helpers) => void): void =>
  new TestScheduler((actual, expected) => expect(actual).toEqual(expected)).run(work);

/** Reads 1, 2, 3 … */
function counting(changes: Observable<unknown>, stopping: Observable<unknown> = NEVER) {
  let count = 0;
  return { changes, stopping, read: () => defer(() => of(++count)), essenceOf: String };
}

const answers = { a: { data: 1 }, b: { data: 2 }, c: { data: 3 }, h: { comment: 'alive' } };

describe('live answers', () => {
  test('begin at once and follow a change', () =>
    inTime(({ cold, expectObservable }) => {
      const live = liveAnswers(counting(cold('2s x')));
      expectObservable(live, '5s !').toBe('a 1999ms b', answers);
    }));

  test('come at most once a second, the last change not lost', () =>
    inTime(({ cold, expectObservable }) => {
      const live = liveAnswers(counting(cold('100ms x 100ms y 100ms z')));
      expectObservable(live, '5s !').toBe('a 999ms b', answers);
    }));

  test('are left out where nothing has changed, and the connection is kept alive', () =>
    inTime(({ cold, expectObservable }) => {
      const source = { ...counting(cold('2s x')), essenceOf: () => 'the same' };
      expectObservable(liveAnswers(source), '16s !').toBe('a 14999ms h', answers);
    }));

  test('tell at a heartbeat what has changed by the clock alone', () =>
    inTime(({ expectObservable }) => {
      expectObservable(liveAnswers(counting(NEVER)), '16s !').toBe('a 14999ms (bh)', answers);
    }));

  test('end when the process is asked to end, and after a quarter of an hour', () =>
    inTime(({ cold, expectObservable }) => {
      expectObservable(liveAnswers(counting(NEVER, cold('3s x')))).toBe('a 2999ms |', answers);
      const source = { ...counting(NEVER), essenceOf: () => 'the same' };
      const beats = Array.from({ length: 59 }, () => '14999ms h').join(' ');
      expectObservable(liveAnswers(source)).toBe(`a ${beats} 14999ms |`, answers);
    }));

  test('end with an error where reading fails', () =>
    inTime(({ expectObservable }) => {
      const failure = new Error('the view is being built');
      const source = { ...counting(NEVER), read: () => throwError(() => failure) };
      expectObservable(liveAnswers(source)).toBe('#', {}, failure);
    }));
});

describe('what is followed', () => {
  test('is let go of when nobody listens any more', async () => {
    const { promise: left, resolve } = Promise.withResolvers<string>();
    const first = Promise.withResolvers<unknown>();
    const follow = async function* (signal: AbortSignal) {
      signal.addEventListener('abort', () => {
        resolve('left');
      });
      yield 'one';
      await left;
    };
    const listening = whenever(follow).subscribe((one) => {
      first.resolve(one);
    });
    expect(await first.promise).toBe('one');
    listening.unsubscribe();
    expect(await left).toBe('left');
  });
});
