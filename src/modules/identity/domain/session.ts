/** How long a session lives untouched, and at most. */
export const sessionLimits = {
  citizen: { idle: { minutes: 30 }, whole: { hours: 12 } },
  official: { idle: { minutes: 15 }, whole: { hours: 8 } },
} as const;

/** The time of the last request is written no more often than this. */
export const seenEvery = { minutes: 1 } as const;

/** API tokens live a year and there are not many of them. */
export const apiTokenFor = { hours: 365 * 24 } as const;
export const apiTokensAtMost = 20;
/** By which a token is recognised, by people and by programs that look for lost secrets. */
export const apiTokenPrefix = 'spt_';
