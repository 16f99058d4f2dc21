/** The most that the engine takes; contacts of the file that took more attempts need a lead's word for each. */
export const HIGHEST_CAP = 50;

/** The defaults of the business rules, but for the cap (R5). */
export const settingsWith = (attemptCap: number) => ({
  leaseMinutes: 15,
  noAnswerRetryHours: 4,
  busyRetryMinutes: 20,
  exhaustedOfferedFromAttempt: Math.min(3, attemptCap),
  attemptCap,
  restHours: 24,
  smallCompanyWorkplaces: 3,
  recentlyCalledRestDays: 90,
  deferredMonths: 6,
  callingHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', onHolidays: false },
  offerToTeamAfterWorkingDays: 3,
  maxPriorityLocks: 50,
  webAddressFromOre: 120_000,
  regretMinutes: 10,
  longestCallMinutes: 60,
});
