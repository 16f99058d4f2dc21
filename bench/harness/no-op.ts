import { callIdOf } from '../seed/calls-under-way.js';
import { cardIdOf, ROUND_ID } from '../seed/names.js';
import { tokenOf } from '../seed/people.js';
import { timed, type Connections, type LoadRequest, type LoadResult } from './http-load.js';

/** What a call led to; for `no-op` only the path is another. */
export type RequestOf = (index: number, connection: number, path: string) => LoadRequest;

const reported =
  (report: object): RequestOf =>
  (index, connection, path) => ({
    method: 'POST',
    path: `/api/${path}`,
    token: tokenOf(connection),
    body: { roundId: ROUND_ID, callId: callIdOf(index), talkSeconds: 0, ...report },
  });

/** Marks that nobody answered the call on this card. */
export const outcomeRequest = reported({
  ending: 'unanswered',
  spokeWith: 'nobody',
  outcome: { code: 'no-answer' },
});

/** Takes an order on this card, with a form that has everything and raises no warning. */
export const orderRequest = reported({
  ending: 'answered',
  spokeWith: 'decision-maker',
  outcome: {
    code: 'order',
    form: {
      legalName: 'Lärande i Huddinge AB',
      contactFirstName: 'Anna',
      contactLastName: 'Öberg',
      companyNumber: '556036-0793',
      email: 'anna@skolan.example',
      invoice: { kind: 'e-mail', email: 'faktura@skolan.example' },
      termsDays: 30,
      webAddress: 'skolan.example',
      rows: [{ product: 'Diplompaket', kind: 'recurring', listPriceOre: 120_000 }],
    },
  },
});

/** The limit of every command over HTTP: the same guard, pipe and body, and nothing done. */
export const doNothing = (
  connections: Connections,
  requestsEach: number,
  request: RequestOf = outcomeRequest,
): Promise<LoadResult> =>
  timed(connections.send, (send) =>
    connections.talk(async (connection) => {
      for (let turn = 0; turn < requestsEach; turn++) {
        await send(request(turn, connection, `bench/cards/${cardIdOf(turn)}/no-op`));
      }
    }),
  );
