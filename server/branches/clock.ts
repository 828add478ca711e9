/** Epoch ms, as a port: tests move it by hand. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
