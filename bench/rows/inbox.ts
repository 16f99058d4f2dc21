import { Connections, timed, type Send } from '../harness/http-load.js';
import { project } from '../harness/views.js';
import type { BenchRow } from '../harness/row.js';
import { CASE_KINDS, cardWithCase } from '../seed/cases.js';
import { adminToken } from '../seed/people.js';
import { seedLog } from '../seed/seed-log.js';
import { startApi } from '../server/start-product.js';

const CASES = 100_000;
/** Admins who page through the inbox all at once and without a pause. */
const ADMINS = 5;
const PAGES_EACH = 100;
const FILTERS = ['', 'status=new', ...CASE_KINDS.map((kind) => `kind=${kind}`)];

interface Page {
  readonly cases: readonly unknown[];
  readonly next?: string;
}

export class EmptyPage extends Error {
  override readonly name = 'EmptyPage';
}

/** Page after page, each from where the one before ended. @throws EmptyPage */
async function leaf(send: Send, filter: string, pages: number): Promise<void> {
  let after = '';
  for (let page = 0; page < pages; page++) {
    const { body } = await send({ method: 'GET', path: `/api/cases?${filter}${after}`, token: adminToken });
    // The cast: the answer's shape is the API's promise.
    const { cases, next = '' } = JSON.parse(body) as Page;
    if (cases.length === 0) throw new EmptyPage(`no cases with "${filter}"`);
    after = `&after=${encodeURIComponent(next)}`;
  }
}

const leafThrough = (send: Send, pages: number, connections: Connections): Promise<void> =>
  connections.talk((admin) => leaf(send, FILTERS[admin % FILTERS.length] ?? '', pages));

export const inbox: BenchRow = {
  name: 'inbox',
  async measure(run) {
    const folder = await run.fresh();
    await seedLog(folder, { cards: CASES, callers: 0, card: cardWithCase });
    await project(folder);
    const api = await startApi(folder);
    const connections = new Connections(api.told, ADMINS);
    try {
      await leafThrough(connections.send, PAGES_EACH, connections);
      const load = await timed(connections.send, (send) => leafThrough(send, PAGES_EACH, connections));
      const what = `inbox page at ${CASES.toLocaleString('en')} open cases, ${ADMINS} admins at once`;
      return [
        {
          what: `${what}, p99`,
          figure: { amount: load.p99Ms, unit: 'ms' },
          reach: { kind: 'below', bound: { amount: 50, unit: 'ms' } },
        },
        { what: `${what}, pages`, figure: { amount: load.perSecond, unit: 'pages/s' } },
      ];
    } finally {
      await connections.close();
      await api.stop();
    }
  },
};
