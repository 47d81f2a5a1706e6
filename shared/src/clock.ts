/** The time, injectable so that windows of hours can be tested. */
export type Clock = () => Date;
export const systemClock: Clock = () => new Date();
