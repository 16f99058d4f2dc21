import type { ApiClient } from './api-client.js';

export interface OpenedRound {
  readonly campaignId: string;
  readonly roundId: string;
  /** From this moment of the log on the round is known. */
  readonly freshness: string | undefined;
}

/** A campaign with the settings, and its first round. */
export async function openRound(client: ApiClient, name: string, settings: object): Promise<OpenedRound> {
  const campaign = await client.send<{ campaignId: string }>({
    method: 'POST',
    path: '/campaigns',
    body: { name, settings },
  });
  const { campaignId } = campaign.body;
  const path = `/campaigns/${campaignId}/rounds`;
  const round = await client.send<{ roundId: string }>({ method: 'POST', path, body: { name } });
  return { campaignId, roundId: round.body.roundId, freshness: round.freshness };
}
