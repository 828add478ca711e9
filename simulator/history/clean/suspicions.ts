import gammainc from '@stdlib/math-base-special-gammainc';
import { dayMs, hourMs, minuteMs } from '../../workload/clock.ts';
import { BadHistory } from '../bad-history.ts';
import type { HistoryRecord } from '../read/records.ts';

/** Fewer records than this prove nothing. */
const enough = 200;
const longestMinutes = 120;

/** Signs that a file was made up, or its columns mixed up: counted while rows are read, told with the proof. */
export class Suspicions {
  private readonly byHour = new Uint32Array(24);
  private arrivals = 0;
  private readonly minutes = new Uint32Array(longestMinutes + 1);
  private clocked = 0;
  private onTheMinute = 0;
  private readonly waits = { count: 0, negative: 0, sum: 0, squares: 0, cubes: 0, isService: 0, both: 0 };
  private readonly pairs = { served: 0, endFirst: 0, come: 0, startFirst: 0, startLater: 0 };
  private readonly early: number[] = [];
  /** By server: services, and those that start before the arrival, with by how much. */
  private readonly servers = new Map<string, { come: number; early: number[] }>();

  see({ arrivalMs, startMs, endMs, server, waitMs }: HistoryRecord): void {
    if (arrivalMs !== null) {
      this.byHour[Math.floor((((arrivalMs % dayMs) + dayMs) % dayMs) / hourMs)]!++;
      this.arrivals++;
    }
    if (startMs !== null && endMs !== null) {
      this.pairs.served++;
      if (endMs < startMs) this.pairs.endFirst++;
    }
    if (arrivalMs !== null && startMs !== null && startMs % dayMs !== 0) {
      this.pairs.come++;
      if (server !== null) this.seeServer(server, startMs - arrivalMs);
      const clocked = startMs - arrivalMs;
      if (clocked < -1000) {
        this.pairs.startFirst++;
        if (this.early.length < 10_000) this.early.push(clocked);
      } else if (clocked <= longestMinutes * minuteMs) {
        this.clocked++;
        if (clocked > 1000) this.pairs.startLater++;
        if (clocked % minuteMs === 0) this.onTheMinute++;
        this.minutes[Math.floor(Math.max(0, clocked) / minuteMs)]!++;
      }
    }
    if (waitMs === null) return;
    const { waits } = this;
    waits.count++;
    if (waitMs < 0) waits.negative++;
    waits.sum += waitMs;
    waits.squares += waitMs ** 2;
    waits.cubes += waitMs ** 3;
    if (startMs === null || endMs === null || arrivalMs === null || startMs === arrivalMs) return;
    waits.both++;
    if (Math.abs(waitMs - (endMs - startMs)) < 1000) waits.isService++;
  }

  /** Throws where most rows contradict themselves: nothing learnt from them would be true. */
  refuse(file: string): void {
    const { served, endFirst, come, startFirst, startLater } = this.pairs;
    if (served >= 10 && endFirst > served / 2)
      throw new BadHistory(
        `${file}: service ends before it starts in ${endFirst} of ${served} rows: the columns start and end seem to be swapped; say which is which, for example --columns start=HEADER,end=HEADER`,
      );
    // Nobody ever waits, but many are served before they come.
    if (come >= 10 && (startFirst > come / 2 || (startFirst > come / 10 && startLater < startFirst / 50))) {
      const usual = this.early.sort((a, b) => a - b)[Math.floor(this.early.length / 2)]!;
      throw new BadHistory(
        `${file}: service starts before the arrival in ${startFirst} of ${come} rows, usually by ${Math.round(-usual / 1000)} s: columns are swapped or two clocks disagree; say which is which with --columns arrival=HEADER,start=HEADER, or set the clocks right`,
      );
    }
  }

  /** Each with its proof, in plain words. */
  proofs(): string[] {
    return [this.allNight(), this.uniformWaits(), this.normalWaits(), this.waitIsService(), this.smallSkew()].filter(
      (proof) => proof !== null,
    );
  }

  private allNight(): string | null {
    const most = Math.max(...this.byHour);
    const least = Math.min(...this.byHour);
    if (this.arrivals < 2 * enough || least * 1.5 < most) return null;
    return `people come alike at all 24 hours: ${this.byHour[3]} from 03:00, ${this.byHour[11]} from 11:00`;
  }

  /** Whole minutes, each as often as the other up to a sharp end. */
  private uniformWaits(): string | null {
    if (this.clocked < enough || this.onTheMinute < this.clocked) return null;
    const last = this.minutes.findLastIndex((count) => count > 0);
    if (last < 4) return null;
    const mean = this.clocked / (last + 1);
    const chi = this.minutes.subarray(0, last + 1).reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0);
    const p = gammainc(chi / 2, last / 2, true, true);
    if (p < 0.01) return null;
    return `waits are whole minutes from 0 to ${last}, each as often as any other (chi-square ${chi.toFixed(1)}, ${last} degrees of freedom, p ${p.toFixed(2)}): real waits are not`;
  }

  private normalWaits(): string | null {
    const { count, negative, sum, squares, cubes } = this.waits;
    if (count < enough || negative < 3) return null;
    const mean = sum / count;
    const variance = squares / count - mean * mean;
    const skew = (cubes / count - 3 * mean * variance - mean ** 3) / variance ** 1.5;
    if (Math.abs(skew) > 0.3) return null;
    return `${negative} of ${count} waits are below zero and they lie evenly around their mean (skewness ${skew.toFixed(2)}): drawn from a normal distribution, which no waits have`;
  }

  private waitIsService(): string | null {
    const { both, isService } = this.waits;
    if (both < enough || isService < 0.9 * both) return null;
    return `the column of waits holds end − start in ${isService} of ${both} rows: it is no wait`;
  }

  private smallSkew(): string | null {
    const { come, startFirst } = this.pairs;
    if (come < enough || startFirst < 0.05 * come) return null;
    return `service starts before the arrival in ${startFirst} of ${come} rows: two clocks disagree${this.whose()}`;
  }

  private seeServer(server: string, clocked: number): void {
    let own = this.servers.get(server);
    if (own === undefined) {
      if (this.servers.size >= 1000) return;
      own = { come: 0, early: [] };
      this.servers.set(server, own);
    }
    own.come++;
    if (clocked < -1000 && own.early.length < 10_000) own.early.push(clocked);
  }

  /** The servers whose clocks are behind the others', where some are and most are not. */
  private whose(): string {
    const behind = [...this.servers].filter(([, { come, early }]) => come >= 20 && early.length > 0.3 * come);
    if (behind.length === 0 || behind.length > this.servers.size / 2) return '';
    const told = behind.map(([server, { come, early }]) => {
      const usual = early.sort((a, b) => a - b)[Math.floor(early.length / 2)]!;
      return `${server} (${early.length} of ${come} rows, usually by ${Math.round(-usual / 1000)} s)`;
    });
    return `; it is the clock of ${told.join(', ')}: set it right, or leave these rows out`;
  }
}
