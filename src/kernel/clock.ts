/** Where the present comes from. Tests pass a fixed one. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
