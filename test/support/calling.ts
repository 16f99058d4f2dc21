import type { TestRound } from './test-round.js';
import type { SignedInClient } from './test-client.js';

/** A form that has everything and raises no warning. */
export const ORDER_FORM = {
  legalName: 'Lärande i Huddinge AB',
  contactFirstName: 'Anna',
  contactLastName: 'Öberg',
  companyNumber: '556036-0793',
  email: 'anna@skolan.example',
  invoice: { kind: 'e-mail', email: 'faktura@skolan.example' },
  termsDays: 30,
  webAddress: 'skolan.example',
  rows: [{ product: 'Diplompaket', kind: 'single', listPriceOre: 120_000 }],
};

export interface TakenOrder {
  readonly orderId: string;
  readonly cardId: string;
  readonly callId: string;
}

/** The caller opens a card of their own and rings it. */
export async function ringNewCard(caller: SignedInClient, round: TestRound): Promise<Omit<TakenOrder, 'orderId'>> {
  const { roundId } = round;
  const cardId = await round.card();
  await caller.post(`/cards/${cardId}/claim`, { roundId });
  const { callId } = (await caller.post(`/cards/${cardId}/calls`, { roundId })).json<{ callId: string }>();
  return { cardId, callId };
}

/** A call that ends in a yes. */
export async function takeOrder(caller: SignedInClient, round: TestRound, form: object = {}): Promise<TakenOrder> {
  const call = await ringNewCard(caller, round);
  const reached = { roundId: round.roundId, callId: call.callId, ending: 'answered', spokeWith: 'decision-maker' };
  const outcome = { code: 'order', form: { ...ORDER_FORM, ...form } };
  const saved = await caller.post(`/cards/${call.cardId}/outcomes`, { ...reached, outcome });
  if (saved.statusCode !== 201) throw new Error(`the order was refused: ${saved.body}`);
  return { ...call, orderId: saved.json<{ order: { orderId: string } }>().order.orderId };
}
