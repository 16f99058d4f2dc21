import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '#events/contracts/index';

type DayOf = (year: number) => Temporal.PlainDate;

const SATURDAY = 6;

const on =
  (month: number, day: number): DayOf =>
  (year) =>
    Temporal.PlainDate.from({ year, month, day });

/** The Saturday among the seven days that begin here. */
const saturdayFrom =
  (month: number, day: number): DayOf =>
  (year) => {
    const first = on(month, day)(year);
    return first.add({ days: (SATURDAY - first.dayOfWeek + 7) % 7 });
  };

const dayBefore =
  (dayOf: DayOf): DayOf =>
  (year) =>
    dayOf(year).subtract({ days: 1 });

const fromEaster =
  (days: number): DayOf =>
  (year) =>
    easterSunday(year).add({ days });

/** Gauss's rule in the form of Meeus, Jones and Butcher, for the Gregorian calendar. */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const skippedLeapDays = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const epact = (((skippedLeapDays - moonCorrection + 19 * golden + 15) % 30) + 30) % 30;
  const fullMoon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - skippedLeapDays) % 7;
  return on(3, 28)(year).add({ days: fullMoon - weekday });
}

const midsummerDay = saturdayFrom(6, 20);

/** Public holidays (röda dagar) by law 1989:253; plain Sundays are weekdays of the calling hours, not listed here. */
const PUBLIC_HOLIDAYS: readonly DayOf[] = [
  on(1, 1),
  on(1, 6),
  fromEaster(-2), // Good Friday
  fromEaster(0),
  fromEaster(1),
  on(5, 1),
  fromEaster(39), // Ascension
  fromEaster(49), // Whit Sunday
  on(6, 6),
  midsummerDay,
  saturdayFrom(10, 31), // All Saints
  on(12, 25),
  on(12, 26),
];

/** Not in the law, yet nobody is at work (R23): the eves of Easter, Midsummer, Christmas and New Year. */
const EVES: readonly DayOf[] = [fromEaster(-1), dayBefore(midsummerDay), on(12, 24), on(12, 31)];

const daysByYear = new Map<number, ReadonlySet<LocalDate>>();

/** Public holidays and the four eves of a year. */
export function holidaysOf(year: number): ReadonlySet<LocalDate> {
  const known = daysByYear.get(year);
  if (known) return known;
  const days = new Set([...PUBLIC_HOLIDAYS, ...EVES].map((dayOf) => dayOf(year).toString()));
  daysByYear.set(year, days);
  return days;
}

export const isHoliday = (date: LocalDate): boolean => holidaysOf(Number(date.slice(0, 4))).has(date);
