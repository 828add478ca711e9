import { rungeKutta } from './runge-kutta.ts';

/** A day of one class with exponential services and patience; minutes after opening. */
export interface BankDay {
  /** Expected arrivals of each bin; the rate is constant within it. */
  readonly bins: readonly number[];
  readonly binMinutes: number;
  /** [from minute, counters open]. */
  readonly counters: readonly (readonly [from: number, open: number])[];
  readonly meanServiceMin: number;
  readonly meanPatienceMin: number;
}

export interface BankDayMeans {
  readonly pAbandon: number;
  /** Over all, who leaves counts until then. */
  readonly meanWaitAllMin: number;
  readonly abandonsPerDay: number;
}

/**
 * The day exactly, by the Kolmogorov equations of (busy b, waiting q): when the number of counters falls, busy ones finish, and while
 * more are busy than open nobody is called; when it rises, those waiting are called at once. After the last bin nobody comes and the
 * queue is served out by the last number. Abandons = θ ∫ E[q]; waiting of all = ∫ E[q] / arrivals. Runge-Kutta, error below 1e-6.
 */
export function bankDayMeans(day: BankDay): BankDayMeans {
  const most = Math.max(...day.counters.map(([, open]) => open));
  for (let room = 60; ; room *= 2) {
    const { waiting, overflow } = followDay(day, most, room);
    if (overflow > 1e-9) continue;
    const came = day.bins.reduce((sum, bin) => sum + bin, 0);
    const abandonsPerDay = waiting / day.meanPatienceMin;
    return { pAbandon: abandonsPerDay / came, meanWaitAllMin: waiting / came, abandonsPerDay };
  }
}

function followDay(day: BankDay, most: number, room: number): { waiting: number; overflow: number } {
  const { bins, binMinutes, counters } = day;
  const lattice = new Lattice(most, room, 1 / day.meanServiceMin, 1 / day.meanPatienceMin);
  const end = bins.length * binMinutes;
  const cuts = [...new Set([...bins.map((_, at) => at * binMinutes), ...counters.map(([from]) => from), end])]
    .filter((at) => at >= 0 && at <= end)
    .sort((left, right) => left - right);
  for (let at = 0; at + 1 < cuts.length; at++) {
    const from = cuts[at]!;
    lattice.lam = bins[Math.floor(from / binMinutes + 1e-9)]! / binMinutes;
    lattice.open(counters.findLast(([since]) => since <= from)?.[1] ?? 0);
    lattice.pass(cuts[at + 1]! - from);
  }
  lattice.lam = 0;
  lattice.open(counters.at(-1)![1]);
  while (lattice.inside() > 1e-10) lattice.pass(binMinutes);
  return { waiting: lattice.waiting, overflow: lattice.overflow };
}

/** Probabilities of b busy and q waiting, at [b × (room + 1) + q]. */
class Lattice {
  lam = 0;
  /** ∫ E[q]. */
  waiting = 0;
  /** Largest probability seen of a full room. */
  overflow = 0;
  private servers = 0;
  private readonly busy: number;
  private readonly room: number;
  private readonly mu: number;
  private readonly theta: number;
  private readonly p: Float64Array;

  constructor(busy: number, room: number, mu: number, theta: number) {
    this.busy = busy;
    this.room = room;
    this.mu = mu;
    this.theta = theta;
    const size = (busy + 1) * (room + 1);
    this.p = new Float64Array(size);
    this.p[0] = 1;
  }

  /** From now on so many counters are open; those waiting are called to new ones at once. */
  open(servers: number): void {
    const width = this.room + 1;
    for (let b = Math.min(servers, this.busy) - 1; b >= 0; b--)
      for (let q = this.room; q > 0; q--) {
        const called = Math.min(q, servers - b);
        this.p[(b + called) * width + q - called]! += this.p[b * width + q]!;
        this.p[b * width + q] = 0;
      }
    this.servers = servers;
  }

  pass(minutes: number): void {
    const fastest = this.lam + this.busy * this.mu + this.room * this.theta;
    this.waiting += rungeKutta((_, p, out) => this.slope(p, out), this.p, 0, minutes, Math.ceil(minutes * fastest * 3));
    const width = this.room + 1;
    for (let b = 0; b <= this.busy; b++) this.overflow = Math.max(this.overflow, this.p[b * width + this.room]!);
  }

  /** Expected number inside. */
  inside(): number {
    const width = this.room + 1;
    return this.p.reduce((sum, share, at) => sum + share * (Math.floor(at / width) + (at % width)), 0);
  }

  /** Writes dp/dt; answers E[q]. */
  private slope(p: Float64Array, out: Float64Array): number {
    const { lam, mu, theta, room, servers } = this;
    const width = room + 1;
    out.fill(0);
    let queue = 0;
    for (let b = 0; b <= this.busy; b++)
      for (let q = 0; q <= room; q++) {
        const at = b * width + q;
        const share = p[at]!;
        if (share === 0) continue;
        queue += q * share;
        const full = b >= servers;
        const comes = full ? (q < room ? at + 1 : at) : at + width;
        out[comes]! += lam * share;
        out[at]! -= lam * share;
        if (b > 0) {
          const done = b === servers && q > 0 ? at - 1 : at - width;
          out[done]! += b * mu * share;
          out[at]! -= b * mu * share;
        }
        if (q > 0) {
          out[at - 1]! += q * theta * share;
          out[at]! -= q * theta * share;
        }
      }
    return queue;
  }
}
