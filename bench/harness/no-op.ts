import { callIdOf } from '../seed/calls-under-way.js';
import { cardIdOf, ROUND_ID } from '../seed/names.js';
import { tokenOf } from '../seed/people.js';
import { timed, type Connections, type LoadRequest, type LoadResult } from './http-load.js';

/** Marks that nobody answered the call on this card; for `no-op` only the path is another. */
export const outcomeRequest = (index: number, connection: number, path: string): LoadRequest => ({
  method: 'POST',
  path: `/api/${path}`,
  token: tokenOf(connection),
  body: {
    roundId: ROUND_ID,
    callId: callIdOf(index),
    ending: 'unanswered',
    spokeWith: 'nobody',
    talkSeconds: 0,
    outcome: { code: 'no-answer' },
  },
});

/** The limit of every command over HTTP: the same guard, pipe and body, and nothing done. */
export const doNothing = (connections: Connections, requestsEach: number): Promise<LoadResult> =>
  timed(connections.send, (send) =>
    connections.talk(async (connection) => {
      for (let turn = 0; turn < requestsEach; turn++) {
        await send(outcomeRequest(turn, connection, `bench/cards/${cardIdOf(turn)}/no-op`));
      }
    }),
  );
