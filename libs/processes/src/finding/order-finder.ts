/** Orders by what they have in common, as the read models know them. */
export abstract class OrderFinder {
  /** Of one card in one campaign, whatever became of them. */
  abstract ofCard(cardId: string, campaignId: string): Promise<readonly string[]>;
}
