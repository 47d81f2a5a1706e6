/** The mark in a square of 28: the upper bowl and the lower one. */
export const moonJar = [
  "M2.6 13.5C2.6 8.3 6.2 4.8 10 3.7V2h8v1.7c3.8 1.1 7.4 4.6 7.4 9.8z",
  "M3.3 15h22.3c0 5-3.5 8.3-7.2 9.4V26h-8v-1.6C6.8 23.3 3.3 20 3.3 15z",
] as const;
