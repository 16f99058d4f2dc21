import { chance, pick } from './chance.js';

const TRADES = [
  'Bygg',
  'Måleri',
  'Åkeri',
  'Bageri',
  'Plåt',
  'El',
  'Rör',
  'Trädgård',
  'Redovisning',
  'Verkstad',
] as const;
const PLACES = ['Gävle', 'Lund', 'Örebro', 'Växjö', 'Umeå', 'Kalmar', 'Skövde', 'Falun', 'Ystad', 'Kiruna'] as const;
const FIRST_NAMES = ['Karin', 'Åke', 'Sara', 'Göran', 'Lena', 'Nils', 'Maja', 'Örjan', 'Eva', 'Pär'] as const;
const LAST_NAMES = ['Lund', 'Öberg', 'Dahl', 'Sjögren', 'Nyman', 'Åström', 'Ek', 'Hedin', 'Ström', 'Wall'] as const;

/** A made-up workplace; the number in its name keeps it apart from every other. */
export interface GeneratedWorkplace {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly firstName: string;
  readonly lastName: string;
}

export function workplaceOf(index: number): GeneratedWorkplace {
  const next = chance(index);
  const city = pick(PLACES, next);
  return {
    name: `${city} ${pick(TRADES, next)} ${index} AB`,
    street: `Storgatan ${1 + Math.floor(next() * 200)}`,
    postcode: String(10_000 + Math.floor(next() * 88_000)),
    city,
    firstName: pick(FIRST_NAMES, next),
    lastName: pick(LAST_NAMES, next),
  };
}
