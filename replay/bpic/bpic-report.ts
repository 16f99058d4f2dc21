import { figuresByKey, inOrder, summarised, type Figure } from '../report/figure.js';
import type { BpicFigures } from './bpic-truth.js';

/** The engine's figures beside the file's, row by row. */
export function compareBpic(engine: BpicFigures, truth: BpicFigures): readonly Figure[] {
  const pair = (name: string, key: 'calls' | 'calledCases' | 'handlingSeconds'): Figure => ({
    name,
    engine: engine[key],
    truth: truth[key],
  });
  const each = (what: string, key: Exclude<keyof BpicFigures, 'calls' | 'calledCases' | 'handlingSeconds'>) =>
    inOrder(figuresByKey((name) => `${what} ${name}`, engine[key], truth[key]));
  return [
    pair('calls', 'calls'),
    pair('cases called', 'calledCases'),
    pair('seconds of handling', 'handlingSeconds'),
    ...each('calls of', 'byActivity'),
    ...each('cases with calls:', 'byCallsOnCase'),
    ...summarised('users with as many calls', each('calls of', 'byUser')),
    ...summarised('users and days with as many calls', each('calls of', 'callsByUserAndDay')),
    ...summarised('users and days with as many seconds', each('seconds of', 'secondsByUserAndDay')),
  ];
}
