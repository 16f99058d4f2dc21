import { figuresByKey, inOrder, type Figure } from '../report/figure.js';
import type { BankFigures } from './bank-truth.js';

const NAMES = {
  cards: 'cards',
  calls: 'calls',
  orders: 'orders',
  talkSeconds: 'talk seconds',
  refusedAttempts: 'attempts refused beyond the cap',
  refusedCards: 'cards with refused attempts',
} as const;

/** The engine's figures beside the file's, row by row. */
export function compareBank(engine: BankFigures, truth: BankFigures): readonly Figure[] {
  const totals = Object.entries(NAMES).map(([key, name]) => {
    // The cast: Object.entries forgets which keys it was given.
    const figure = key as keyof typeof NAMES;
    return { name, engine: engine[figure], truth: truth[figure] };
  });
  // One for each order.
  const mails = [
    { name: 'thank-you mails', engine: engine.mails, truth: truth.orders },
    { name: 'orders with a thank-you mail', engine: engine.mailedOrders, truth: truth.orders },
    { name: 'thank-you mails still to go, by the report', engine: engine.mailsUnderWay, truth: 0 },
  ].flatMap(({ engine: counted, ...figure }) => (counted === undefined ? [] : { ...figure, engine: counted }));
  const after = (what: string) => (attempts: string) => `${what} at attempt ${attempts}`;
  const { contacts, orders } = engine.byAttempts;
  return [
    ...totals,
    ...mails,
    ...inOrder(figuresByKey(after('contacts closed'), contacts, truth.byAttempts.contacts)),
    ...inOrder(figuresByKey(after('orders'), orders, truth.byAttempts.orders)),
  ];
}
