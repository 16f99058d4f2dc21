import type { CardEvent, CardNumber } from '#events/contracts/index';
import type { Card } from './card.js';

const numbersIn = (event: CardEvent): readonly CardNumber[] => {
  if (event.type === 'CardImported') return event.data.numbers;
  return event.type === 'CardNumberAdded' ? [event.data.number] : [];
};

/** The numbers of a card as they are dialled. */
export function numbersOf({ numbers, history }: Card): readonly (CardNumber & { readonly dead: boolean })[] {
  const known = new Map(history.flatMap(numbersIn).map((number) => [number.numberId, number]));
  return numbers.flatMap(({ numberId, dead }) => {
    const number = known.get(numberId);
    return number ? [{ ...number, dead }] : [];
  });
}
