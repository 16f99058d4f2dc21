import type { Report } from '../engine/desk.js';
import type { CallActivity } from './bpic-file.js';

/** The file does not say what came of a call. Its two kinds of calls are told apart by the outcome that each is given. */
export const OUTCOME_OF: Readonly<Record<CallActivity, Report & { readonly outcome: { readonly code: string } }>> = {
  'W_Call after offers': {
    ending: 'answered',
    spokeWith: 'decision-maker',
    talkSeconds: 0,
    outcome: { code: 'callback' },
  },
  'W_Call incomplete files': {
    ending: 'unanswered',
    spokeWith: 'nobody',
    talkSeconds: 0,
    outcome: { code: 'no-answer' },
  },
};
