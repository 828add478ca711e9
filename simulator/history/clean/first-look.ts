import { dayMs } from '../../workload/clock.ts';
import type { HistoryRecord } from '../read/records.ts';
import type { CleaningFacts, Hours } from './clean.ts';
import { rawWork } from './clean.ts';
import { serverCodes } from './server-codes.ts';

/** Half hours are what arrivals are counted by. */
export const stepMs = 30 * 60_000;
/** Local time at which one business day ends and the next begins, as branches declare it unless told otherwise. */
export const rollsAtMs = 4 * 3_600_000;
/** Longest service that can be "over at once". */
const mostGhostMs = 10_000;
const secondsCounted = 4 * 3600;
/** A half hour at the edge of the day with less than this share of the busiest one is outside the hours. */
const edgeShare = 0.02;
/** Days further than this from the middle of the history … */
const farDays = 800;
/** … are mistaken where they hold less than this share of the rows. */
const strayShare = 0.01;

/** Business day of a wall time: days since 1970, each from the roll to the next. */
export const businessDay = (wallMs: number): number => Math.floor((wallMs - rollsAtMs) / dayMs);

/** What the rules and the fit must know of all rows before they look at one: counted while the rows are read. */
export class FirstLook {
  /** Lengths of service by second. */
  private readonly lengths = new Uint32Array(secondsCounted + 1);
  private count = 0;
  private readonly steps = new Uint32Array((dayMs + rollsAtMs) / stepMs);
  private readonly rowsOn = new Map<number, number>();
  private dated = 0;
  private readonly servers = new Map<string, number>();
  private links = false;

  see(record: HistoryRecord, day: number): void {
    if (record.server !== null) this.servers.set(record.server, (this.servers.get(record.server) ?? 0) + 1);
    if (record.ticket !== null || record.outcome === 'transferred' || record.outcome === 'device-failed') this.links = true;
    const length = rawWork(record);
    if (length !== null && length >= 0) {
      this.lengths[Math.min(Math.floor(length / 1000), secondsCounted)]!++;
      this.count++;
    }
    if (record.arrivalMs === null) return;
    this.dated++;
    this.rowsOn.set(day, (this.rowsOn.get(day) ?? 0) + 1);
    const step = Math.floor((record.arrivalMs - day * dayMs) / stepMs);
    this.steps[step]!++;
  }

  /** Servers of whom a staff log tells, and perhaps no service. */
  seeServer(server: string): void {
    this.servers.set(server, this.servers.get(server) ?? 0);
  }

  /** `declared`: servers are called as their branch calls them; else what may be a name of somebody is not kept. */
  facts(stated: Hours, undated: boolean, declared: boolean): CleaningFacts {
    const seen = this.hoursSeen();
    return {
      hours: { fromMs: stated.fromMs ?? seen.fromMs, toMs: stated.toMs ?? seen.toMs },
      undated,
      ghostMs: this.ghostLimit(),
      days: this.daysMeant(),
      namesServers: this.servers.size > 0,
      servers: declared ? { codes: new Map(), renamed: 0 } : serverCodes(this.byFrequency()),
      links: this.links,
    };
  }

  private byFrequency(): string[] {
    return [...this.servers].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([server]) => server);
  }

  /**
   * Services of 0 s are no services. Very short ones (people who hang up to rest) are a class of their own where they are common:
   * at most 10 s and below a tenth of the median, and 1 in 50 or more of all.
   */
  private ghostLimit(): number {
    const limit = Math.min(mostGhostMs, this.median() / 10);
    let short = 0;
    for (let second = 0; second * 1000 <= limit; second++) short += this.lengths[second]!;
    return this.count > 0 && short * 50 >= this.count ? limit : 0;
  }

  private median(): number {
    let below = 0;
    for (let second = 0; second <= secondsCounted; second++) {
      below += this.lengths[second]!;
      if (2 * below > this.count) return second * 1000;
    }
    return 0;
  }

  /** Whole half hours, without those at the edges in which hardly anybody ever came; never past midnight. */
  private hoursSeen(): { fromMs: number | null; toMs: number | null } {
    const busiest = this.steps.reduce((most, count) => Math.max(most, count), 0);
    if (busiest === 0) return { fromMs: null, toMs: null };
    const counts = Array.from(this.steps.subarray(0, dayMs / stepMs));
    const used = (count: number): boolean => count > 0 && count >= edgeShare * busiest;
    return { fromMs: counts.findIndex(used) * stepMs, toMs: (counts.findLastIndex(used) + 1) * stepMs };
  }

  private daysMeant(): { from: number; to: number } {
    const days = [...this.rowsOn].sort((a, b) => a[0] - b[0]);
    let below = 0;
    const middle = days.find(([, rows]) => {
      below += rows;
      return 2 * below >= this.dated;
    })?.[0];
    const all = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
    if (middle === undefined) return all;
    const stray = days.reduce((sum, [day, rows]) => sum + (Math.abs(day - middle) > farDays ? rows : 0), 0);
    return stray < strayShare * this.dated ? { from: middle - farDays, to: middle + farDays } : all;
  }
}
