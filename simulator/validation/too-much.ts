/** Steps × states of a Kolmogorov equation beyond which following it takes minutes. */
const most = 1e10;

/** Why a system is too large to be followed exactly; null when it is not. `fastest`: all its rates together. */
export const tooMuchToFollow = (states: number, time: number, fastest: number): string | null =>
  16 * states * time * fastest > most ? 'too many customers and servers to follow exactly' : null;

/** Work of so many people at a time that queues of it are not computed. */
const mostWork = 5000;

/** Why a load is more than a table of servers is for; null when it is not. `load`: people at work at a time. */
export const tooMuchWork = (load: number): string | null =>
  load > mostWork ? `work for ${Math.round(load)} people at a time: at most ${mostWork}` : null;
