/** Steps × states of a Kolmogorov equation beyond which following it takes minutes. */
const most = 1e10;

/** Why a system is too large to be followed exactly; null when it is not. `fastest`: all its rates together. */
export const tooMuchToFollow = (states: number, time: number, fastest: number): string | null =>
  16 * states * time * fastest > most ? 'too many customers and servers to follow exactly' : null;
