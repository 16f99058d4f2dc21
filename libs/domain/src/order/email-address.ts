import { editDistance } from './edit-distance.js';
import { accepted, wrong, type OrderWarning, type Reading } from './reading.js';

/** RFC 5321 */
const MAX_LENGTH = 254;
const ADDRESS = /^[^\s@<>(),;:"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;

/** Mail domains that many Swedish customers have. Shorter names than five letters are too like those of companies. */
const COMMON_DOMAINS: readonly string[] = [
  'gmail.com',
  'hotmail.com',
  'hotmail.se',
  'outlook.com',
  'outlook.se',
  'icloud.com',
  'yahoo.com',
  'yahoo.se',
  'telia.com',
  'comhem.se',
  'bredband.net',
  'tele2.se',
  'spray.se',
  'swipnet.se',
  'glocalnet.net',
  'bahnhof.se',
  'protonmail.com',
];
/** Real ones that lie one letter from those above. */
const REAL_NEIGHBOURS: readonly string[] = [
  'mail.com',
  'ymail.com',
  'email.com',
  'hotmail.de',
  'hotmail.fr',
  'yahoo.de',
];
const MISTYPED_ENDING = /\.(?:con|cmo|ocm|comm|cim|vom|xom|see|sse)$/;
/** From this length on two slips are as likely as another domain. */
const LONG_DOMAIN = 10;

function isLikelyMistyped(domain: string): boolean {
  if (COMMON_DOMAINS.includes(domain) || REAL_NEIGHBOURS.includes(domain)) return false;
  if (MISTYPED_ENDING.test(domain)) return true;
  return COMMON_DOMAINS.some((common) => isWithin(common.length >= LONG_DOMAIN ? 2 : 1, domain, common));
}

/** Names whose lengths differ by more than that need not be compared letter by letter, and most orders ask. */
const isWithin = (slips: number, domain: string, common: string): boolean =>
  Math.abs(domain.length - common.length) <= slips && editDistance(domain, common) <= slips;

/** Blanks around an address are no part of it; whatever else is typed stays. */
export function readEmail(raw: string | undefined, field: string): Reading<string> {
  const email = raw?.trim() ?? '';
  if (email === '') return wrong('order.email-missing', field);
  if (email.length > MAX_LENGTH || !ADDRESS.test(email)) return wrong('order.email-malformed', field);
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const warning: OrderWarning = { code: 'order.email-domain-likely-mistyped', field };
  return accepted(email, isLikelyMistyped(domain) ? [warning] : []);
}
