/** Five wrong passwords within a day shut a lane for a day. */
export const triesPerLane = 5;
export const laneWindow = { hours: 24 } as const;
export const laneShutFor = { hours: 24 } as const;

/** How long the links in letters open their door. */
export const unlockLinkFor = { minutes: 30 } as const;
export const recoveryLinkFor = { minutes: 30 } as const;
export const contestLinkFor = { hours: 30 * 24 } as const;
export const enrolmentLinkFor = { hours: 72 } as const;

/** Recovery letters to one contact in a day. */
export const recoveriesPerDay = 5;
