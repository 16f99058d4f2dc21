import type { ApiClient } from './api-client.js';

/** What a replay reads of the engine's own report on a round. */
export interface EngineFigures {
  readonly rows: readonly FigureRow[];
  readonly totals: Measures;
  readonly cards: number;
  /** How many cards took how many calls, and what came of them. */
  readonly callsPerCard: readonly {
    readonly calls: number;
    readonly cards: number;
    readonly closed: number;
    readonly ordered: number;
  }[];
}

export interface Measures {
  readonly calls: number;
  readonly orders: number;
  readonly talkSeconds: number;
  readonly handlingSeconds: number;
}

export interface FigureRow extends Measures {
  readonly callerId?: string;
  readonly day?: string;
  readonly outcome?: string;
}

export interface Asked {
  readonly roundId: string;
  readonly groupBy?: readonly ('caller' | 'day' | 'outcome')[];
  readonly freshness: string | undefined;
}

export async function readFigures(client: ApiClient, { roundId, groupBy, freshness }: Asked): Promise<EngineFigures> {
  const query = new URLSearchParams({ roundId, ...(groupBy && { groupBy: groupBy.join(',') }) });
  const { body } = await client.send<EngineFigures>({ method: 'GET', path: `/figures?${query.toString()}`, freshness });
  return body;
}

/** Thank-you mails of a round by how they stand, as the engine reports them; of those shown here nothing is left at the end. */
export interface MailsUnderWay {
  readonly waiting: number;
  readonly started: number;
  readonly refused: number;
}

export async function readMailsUnderWay(client: ApiClient, roundId: string): Promise<MailsUnderWay> {
  const query = new URLSearchParams({ roundId });
  const { body } = await client.send<{ totals: MailsUnderWay }>({
    method: 'GET',
    path: `/reports/mail?${query.toString()}`,
  });
  return body.totals;
}
