/** The loan desk called at all hours and on all days, and its users rested nobody. */
export const OPEN_SETTINGS = {
  leaseMinutes: 240,
  noAnswerRetryHours: 1,
  busyRetryMinutes: 1,
  exhaustedOfferedFromAttempt: 3,
  attemptCap: 50,
  restHours: 0,
  smallCompanyWorkplaces: 0,
  recentlyCalledRestDays: 0,
  deferredMonths: 6,
  callingHours: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59', onHolidays: true },
  offerToTeamAfterWorkingDays: 3,
  maxPriorityLocks: 50,
  webAddressFromOre: 120_000,
  regretMinutes: 10,
  longestCallMinutes: 480,
};
