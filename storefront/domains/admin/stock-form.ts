/** What staff tell of units: that they came, went, or were counted. */
export const happenings = ["received", "returned", "lost", "counted"] as const;
