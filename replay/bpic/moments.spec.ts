import { expect, test } from '@jest/globals';
import type { DeskCall } from './bpic-file.js';
import { momentsOf } from './moments.js';

const call = (caseId: string, startedMs: number, endedMs: number): DeskCall => ({
  caseId,
  activity: 'W_Call after offers',
  user: 'User_1',
  startedMs,
  endedMs,
});

test('what ends and what begins at one time stands together, in the order of time', () => {
  const [long, short, last] = [call('a', 10, 40), call('b', 20, 30), call('b', 30, 50)];
  expect(momentsOf([long, short, last])).toEqual([
    { ms: 10, ending: [], starting: [long] },
    { ms: 20, ending: [], starting: [short] },
    { ms: 30, ending: [short], starting: [last] },
    { ms: 40, ending: [long], starting: [] },
    { ms: 50, ending: [last], starting: [] },
  ]);
});
