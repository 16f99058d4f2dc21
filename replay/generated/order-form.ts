import { chance, pick } from './chance.js';
import { companyNumberOf } from './company-number.js';
import { workplaceOf, type GeneratedWorkplace } from './workplace.js';

/** R11: from 1200 kr ex VAT the web address is asked for. */
const PACKAGES_ORE = [120_000, 240_000] as const;
const PRODUCTS = ['Annons i skoltidning', 'Annons i kommunkarta', 'Sponsring av trafikvästar'] as const;
const TERMS_DAYS = [10, 30] as const;

interface Row {
  readonly product: string;
  readonly kind: 'single' | 'recurring';
  readonly oncePerYear: boolean;
  readonly listPriceOre: number;
}

/** What a caller types when the customer says yes: complete, and without anything to be warned of (R10, R19). */
export function orderFormOf(index: number) {
  const next = chance(index + 1_000_000_000);
  const workplace = workplaceOf(index);
  const email = `order${index}@example.com`;
  return {
    legalName: workplace.name,
    contactFirstName: workplace.firstName,
    contactLastName: workplace.lastName,
    companyNumber: companyNumberOf(index),
    email,
    invoice: next() < 0.5 ? byPost(workplace) : { kind: 'e-mail' as const, email },
    termsDays: pick(TERMS_DAYS, next),
    webAddress: next() < 0.5 ? `https://www.example.com/${index}` : 'none',
    rows: [rowOf(next)],
  };
}

const byPost = ({ street, postcode, city }: GeneratedWorkplace) => ({
  kind: 'post' as const,
  address: { street, postcode, city },
});

/** R13: once a year goes with recurring only. */
function rowOf(next: () => number): Row {
  const kind = next() < 0.5 ? 'single' : 'recurring';
  const oncePerYear = kind === 'recurring' && next() < 0.3;
  return { product: pick(PRODUCTS, next), kind, oncePerYear, listPriceOre: pick(PACKAGES_ORE, next) };
}
