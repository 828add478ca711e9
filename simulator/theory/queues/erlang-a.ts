import type { Mmc } from './erlang-c.ts';

/** M/M/c+M: as M/M/c, and a waiting customer leaves at rate `theta` (1 / mean patience). Always stable. */
export interface ErlangA extends Mmc {
  readonly theta: number;
}

/** What Erlang A says; waits in the unit of the rates. */
export interface ErlangAResult {
  readonly pWait: number;
  readonly pAbandon: number;
  readonly Lq: number;
  readonly occupancy: number;
  /** Over all customers; who leaves counts until then. */
  readonly meanWaitAll: number;
}

/**
 * Erlang A by its birth-death chain: birth λ, death min(n, c)μ + (n − c)⁺θ; P(ab) = θ Lq / λ, E[wait] = Lq / λ.
 * (Palm 1957; Mandelbaum & Zeltyn 2007.)
 */
export function erlangA(queue: ErlangA): ErlangAResult {
  const { servers, lam, theta } = queue;
  const chain = chainOf(queue);
  let delayed = 0;
  let waiting = 0;
  let busy = 0;
  chain.forEach((p, n) => {
    if (n >= servers) delayed += p;
    waiting += Math.max(0, n - servers) * p;
    busy += Math.min(n, servers) * p;
  });
  return {
    pWait: delayed,
    pAbandon: (theta * waiting) / lam,
    Lq: waiting,
    occupancy: busy / servers,
    meanWaitAll: waiting / lam,
  };
}

/**
 * Share of all customers served within `t`, and the mean wait of those served, from the density of the wait that is offered:
 * f(x) = λ p(c−1) exp{(λ/θ)(1 − e^{−θx}) − cμx}; who is offered x stays for it with e^{−θx}. (Riordan 1962.)
 */
export function servedWithin(queue: ErlangA, t: number): number {
  const density = offeredWaitDensity(queue);
  return 1 - erlangA(queue).pWait + integrate((x) => density(x) * Math.exp(-queue.theta * x), 0, t);
}

/** P(wait > t) over all, whether the wait ends at a server or at the door: e^{−θt} ∫_t^∞ f. */
export function waitTailA(queue: ErlangA, t: number): number {
  const density = offeredWaitDensity(queue);
  return Math.exp(-queue.theta * t) * (erlangA(queue).pWait - integrate(density, 0, t));
}

/** Mean wait of those who are served: E[wait; served] / P(served). */
export function meanWaitServed(queue: ErlangA): number {
  const { pAbandon, meanWaitAll } = erlangA(queue);
  const density = offeredWaitDensity(queue);
  // E[wait; served] = ∫ x f(x) e^{−θx} dx. Beyond 60 mean patiences and queue times nothing is left of the integrand.
  const far = Math.max(60 * meanWaitAll, 40 / queue.theta, 40 / (queue.servers * queue.mu));
  return integrate((x) => x * density(x) * Math.exp(-queue.theta * x), 0, far, 40_000) / (1 - pAbandon);
}

function offeredWaitDensity(queue: ErlangA): (x: number) => number {
  const { servers, lam, mu, theta } = queue;
  const oneFree = chainOf(queue)[servers - 1]!;
  return (x) => lam * oneFree * Math.exp((lam / theta) * -Math.expm1(-theta * x) - servers * mu * x);
}

/** Probabilities of n in the system, built outwards from n = c so that nothing overflows. */
function chainOf({ servers, lam, mu, theta }: ErlangA): Float64Array {
  const above: number[] = [1];
  for (let n = servers + 1, weight = 1; weight > 1e-18 || lam > servers * mu + (n - servers) * theta; n++) {
    weight *= lam / (servers * mu + (n - servers) * theta);
    above.push(weight);
  }
  const chain = new Float64Array(servers + above.length);
  chain.set(above, servers);
  for (let n = servers - 1; n >= 0; n--) chain[n] = (chain[n + 1]! * (n + 1) * mu) / lam;
  const sum = chain.reduce((total, weight) => total + weight, 0);
  return chain.map((weight) => weight / sum);
}

/** Simpson's rule. */
function integrate(f: (x: number) => number, from: number, to: number, steps = 2000): number {
  const h = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let at = 1; at < steps; at++) sum += (at % 2 === 1 ? 4 : 2) * f(from + at * h);
  return (sum * h) / 3;
}
