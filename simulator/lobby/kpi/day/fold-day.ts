import type { Branch } from '../../branch/branch.ts';
import type { Plan } from '../../branch/plan.ts';
import { roles } from '../../branch/service.ts';
import type { JournalEntry } from '../../journal/event.ts';
import { waitMsOf } from '../fold-records.ts';
import type { NeedRecord, VisitRecord } from '../record.ts';
import { type DayTally, emptyDayTally } from './day-tally.ts';
import { rosteredMs } from './rostered-ms.ts';
import { staffMsOf } from './staff-ms-of.ts';

const hourMs = 3_600_000;

/** Follows a journal for the KPIs of days: hours, presence, assistance, elastic stations, greeters. Visits are added at its end. */
export class DayFold {
  readonly #tally = emptyDayTally();
  #branch: Branch | null = null;
  #plan: Plan | null = null;
  /** Closing time of each day, by when it opened. */
  readonly #days: { readonly opensAt: number; readonly closesAt: number }[] = [];
  readonly #here = new Map<string, { role: (typeof roles)[number]; since: number }>();
  #presentMs = roles.map(() => 0);
  readonly #assisted = new Map<string, number>();
  readonly #proposed = new Map<string, { readonly rule: string; readonly station: string }>();
  readonly #elastic = new Map<string, { readonly costPerHour: number; since: number | null }>();
  readonly #arrivedAt = new Map<string, number>();

  follow(event: JournalEntry): void {
    const { at, data, type } = event;
    const tally = this.#tally;
    switch (type) {
      case 'branch-configured':
        this.#branch = data.config;
        break;
      case 'plan-adopted':
        this.#plan = data.plan;
        break;
      case 'day-opened':
        this.#endDay(at);
        tally.days++;
        tally.openMs += data.hours.reduce((sum, { from, to }) => sum + to - from, 0);
        this.#days.push({ opensAt: at, closesAt: Math.max(...data.hours.map(({ to }) => to), at) });
        break;
      case 'ticket-issued':
        this.#arrivedAt.set(data.ticket, event.occurredAt ?? at);
        break;
      case 'arrived':
        this.#arrivedAt.set(data.ticket, at);
        break;
      case 'greeted': {
        const arrivedAt = this.#arrivedAt.get(data.ticket);
        this.#arrivedAt.delete(data.ticket);
        if (arrivedAt === undefined) break;
        tally.greeted++;
        tally.greetedMs += at - arrivedAt;
        break;
      }
      case 'staff-joined':
        this.#here.set(data.person, { role: data.role, since: at });
        break;
      case 'staff-left':
        this.#leaves(data.person, at);
        break;
      case 'device-use-started':
        if (data.assistedBy !== undefined) this.#assisted.set(data.ticket, at);
        break;
      case 'transferred':
      case 'device-use-ended': {
        const since = this.#assisted.get(data.ticket);
        this.#assisted.delete(data.ticket);
        if (since !== undefined) tally.assistMs += at - since;
        break;
      }
      case 'elastic-proposed':
        if (data.action === 'open') this.#proposed.set(data.proposal, data);
        break;
      case 'elastic-accepted': {
        const proposal = this.#proposed.get(data.proposal);
        const rules = this.#plan?.elastic ?? this.#branch?.rules.elastic ?? [];
        const rule = rules.find(({ id }) => id === proposal?.rule);
        if (proposal && rule) this.#elastic.set(proposal.station, { costPerHour: rule.costPerHour, since: null });
        break;
      }
      case 'station-opened': {
        const opened = this.#elastic.get(data.station);
        if (opened) opened.since = at;
        break;
      }
      case 'station-closed': {
        const opened = this.#elastic.get(data.station);
        this.#elastic.delete(data.station);
        if (opened && opened.since !== null) tally.flexCost += (opened.costPerHour * (at - opened.since)) / hourMs;
        break;
      }
    }
  }

  #leaves(person: string, at: number): void {
    const here = this.#here.get(person);
    this.#here.delete(person);
    if (here) this.#presentMs[roles.indexOf(here.role)]! += at - here.since;
  }

  /** What people worked so far belongs to the day that ends. Without a plan nobody knows what was beyond it. */
  #endDay(at: number): void {
    for (const here of this.#here.values()) {
      this.#presentMs[roles.indexOf(here.role)]! += at - here.since;
      here.since = at;
    }
    if (this.#days.length > 0) {
      const rostered = this.#branch && this.#plan ? rosteredMs(this.#branch, this.#plan) : roles.map(() => Number.NaN);
      this.#presentMs.forEach((presentMs, role) => {
        this.#tally.staffMs += presentMs;
        this.#tally.overtimeMs += presentMs === 0 ? 0 : Math.max(0, presentMs - rostered[role]!);
      });
      this.#tally.greeterMs += this.#presentMs[roles.indexOf('greeter')]!;
    }
    this.#presentMs = roles.map(() => 0);
  }

  /** The tally, with the visits of the journal. How long greeters took, and how patient the served were, is on no record. */
  end(at: number, visits: readonly VisitRecord[], staff: { readonly paidMs: number; readonly idleMs: number }): DayTally {
    const tally = this.#tally;
    this.#endDay(at);
    for (const visit of visits) {
      if (visit.outcome === 'void' || visit.outcome === null) continue;
      tally.visits++;
      let before: string | null = null;
      let worstMs = 0;
      for (const need of visit.needs) {
        const waitedMs = need.outcome === 'unserved' && need.startedAt === null ? this.#unservedMs(need) : lastedMs(need);
        worstMs = Math.max(worstMs, waitedMs);
        tally.came++;
        tally.queueMs += waitedMs;
        tally.pastPatience += need.startedAt === null ? (need.outcome === 'abandoned' ? 1 : 0) : Number.NaN;
        if (need.startedAt === null) continue;
        if (before !== null && before !== need.station) tally.handoffs++;
        before = need.station;
        this.#addSubstitution(need);
      }
      if (visit.outcome !== 'done') continue;
      tally.visitsServed++;
      tally.worstWaitMs += worstMs;
      tally.lastWaitMs += waitMsOf(visit.needs.at(-1)!);
    }
    tally.releasedMs -= tally.assistMs;
    tally.triageMs = tally.greeted > 0 ? Number.NaN : 0;
    // No journal knows wages.
    tally.staffCost = Number.NaN;
    tally.paidMs = staff.paidMs;
    tally.idleMs = staff.idleMs;
    return tally;
  }

  /** Who was never served counts until the doors of their day close. */
  #unservedMs({ waitFrom }: NeedRecord): number {
    const day = this.#days.findLast(({ opensAt }) => opensAt <= waitFrom);
    return day ? Math.max(0, day.closesAt - waitFrom) : 0;
  }

  #addSubstitution({ atDevice, outcome, service }: NeedRecord): void {
    const declared = this.#branch?.services.find(({ id }) => id === service);
    const staffMs = this.#branch && declared ? staffMsOf(this.#branch, declared) : null;
    if (staffMs === null || outcome === 'device-failed') return;
    this.#tally.substitutable++;
    if (!atDevice) return;
    this.#tally.atDevice++;
    this.#tally.releasedMs += staffMs;
  }
}

/** Wait for a need that is over, no-shows until they were given up. */
const lastedMs = ({ endedAt, startedAt, waitFrom }: NeedRecord): number => {
  const until = startedAt ?? endedAt;
  return until === null ? 0 : until - waitFrom;
};
