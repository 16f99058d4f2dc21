import type { LocalDate, SeasonName } from '#events/contracts/index';

const FIRST_MONTH_OF_AUTUMN = 7;

/** R13: recurring means twice a year, once in each of these. */
export function seasonOf(date: LocalDate): SeasonName {
  const half = Number(date.slice(5, 7)) < FIRST_MONTH_OF_AUTUMN ? 'spring' : 'autumn';
  return `${Number(date.slice(0, 4))}-${half}`;
}

/** Rises by 1 from each season to the next. */
function placeOf(season: SeasonName): number {
  const [year, half] = season.split('-');
  return Number(year) * 2 + (half === 'autumn' ? 1 : 0);
}

/** How many seasons after; negative when before. */
export const seasonsBetween = (from: SeasonName, to: SeasonName): number => placeOf(to) - placeOf(from);
