// The one door to Swedish time: wall clock, public holidays, working days, calling hours. Pure; every `now` comes in from outside.
export * from './calling-hours.js';
export * from './calling-hours.errors.js';
export * from './part-of-day.js';
export { isHoliday } from './public-holidays.js';
export { instantOf, localOf, toPromisedTime, type LocalTime } from './stockholm-time.js';
export { addCalendarMonths, addWorkingDays, isWorkingDay } from './working-days.js';
