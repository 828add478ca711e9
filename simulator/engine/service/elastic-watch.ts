import { dueAt, type ElasticMemory, evaluate, noElasticMemory } from '../../lobby/elastic/evaluate.ts';
import type { LineWatch } from '../customers/waiting-lines.ts';
import type { Floor } from '../floor/floor.ts';
import type { RuleNow } from '../floor/from.ts';
import type { Scribe } from '../journal/scribe.ts';
import { states } from '../staff/places.ts';
import type { Stations } from '../staff/stations.ts';

const never = Number.POSITIVE_INFINITY;
const nothingYet = 255;

/** The elastic rules of a day: what each remembers, when it is due, and what is done about it (SPEC E1, Y17). */
export class ElasticWatch implements LineWatch {
  /** When the next rule is due, as long as nothing changes. */
  dueMs = never;
  scribe: Scribe | null = null;
  declare private readonly floor: Floor;
  declare private readonly stations: Stations;
  /** 1 where a rule watches a line: [rule × lines + line]. */
  declare private readonly watches: Uint8Array;
  /** How many wait in the lines that each rule watches. */
  declare private readonly waiting: Int32Array;
  declare private readonly at: readonly number[];
  private readonly memory: ElasticMemory[] = [];
  /** The rule had opened its station; −1 while it is closing it. */
  declare private readonly opened: Int8Array;
  declare private readonly askedAt: Float64Array;
  /** What each rule saw when it was last looked at: see `seesChange`. */
  declare private readonly saw: Uint8Array;
  /** Of each rule: at most so many waiting, at least so many. */
  declare private readonly thresholds: Float64Array;
  /** Somebody has come or gone so that a threshold was passed. */
  private passed = false;
  private nowMs = 0;

  constructor(floor: Floor, stations: Stations) {
    const { branch, elastic } = floor;
    this.floor = floor;
    this.stations = stations;
    this.at = elastic.map((rule) => branch.stations.findIndex(({ id }) => id === rule.station));
    this.watches = Uint8Array.from(
      elastic.flatMap((rule, n) => {
        const { kind } = branch.stations[this.at[n]!]!;
        return branch.lines.map(({ id, kinds }) => ((rule.lines?.includes(id) ?? kinds.includes(kind)) ? 1 : 0));
      }),
    );
    this.waiting = new Int32Array(elastic.length);
    this.opened = new Int8Array(elastic.length);
    this.askedAt = new Float64Array(elastic.length);
    this.saw = new Uint8Array(elastic.length);
    this.thresholds = Float64Array.from(elastic.flatMap(({ closeAtWaiting, openAtWaiting }) => [closeAtWaiting, openAtWaiting]));
  }

  begin(): void {
    this.memory.length = 0;
    for (const _ of this.floor.elastic) this.memory.push(noElasticMemory);
    this.opened.fill(0);
    this.askedAt.fill(Number.NEGATIVE_INFINITY);
    this.saw.fill(nothingYet);
    this.waiting.fill(0);
    this.passed = true;
    this.dueMs = never;
  }

  /** What each rule remembers when the run begins within the day. */
  resume(rules: readonly RuleNow[], nowMs: number): void {
    this.nowMs = nowMs;
    // Each has had its turn at this ms.
    this.askedAt.fill(nowMs);
    rules.forEach(({ memory, opened }, rule) => {
      this.memory[rule] = memory;
      this.opened[rule] = opened;
      if (opened === -1 && this.stations.state[this.at[rule]!] !== states.closed) this.stations.closeAlone(this.at[rule]!, nowMs);
    });
    if (nowMs >= this.floor.closesMs) this.closeAfterClosing();
    this.lookAnew();
  }

  /** The time of what changes next: `look` is told of changes, not of their time. */
  setTime(nowMs: number): void {
    this.nowMs = nowMs;
  }

  count(line: number, by: number): void {
    const { thresholds, waiting, watches } = this;
    const { lines } = this.floor;
    for (let rule = 0; rule < waiting.length; rule++) {
      if (watches[rule * lines + line] === 0) continue;
      const before = waiting[rule]!;
      const now = before + by;
      waiting[rule] = now;
      const closeAt = thresholds[2 * rule]!;
      const openAt = thresholds[2 * rule + 1]!;
      if (before <= closeAt !== now <= closeAt || before >= openAt !== now >= openAt) this.passed = true;
    }
  }

  /** After every change of the lines. */
  linesChanged(): void {
    if (this.passed) this.look();
  }

  /** After every change of a station. */
  readonly look = (): void => {
    this.passed = false;
    if (!this.seesChange()) return;
    this.dueMs = never;
    for (let rule = 0; rule < this.memory.length; rule++) {
      const { proposal, memory } = this.evaluate(rule);
      if (proposal === null) this.memory[rule] = memory;
      const due = proposal === null ? dueAt(this.floor.elastic[rule]!, memory) : this.nowMs;
      if (due !== null && this.mayAsk(rule)) this.dueMs = Math.min(this.dueMs, Math.max(due, this.askedAt[rule]! + 1));
    }
    if (this.dueMs >= this.floor.closesMs) this.dueMs = never;
  };

  /**
   * Whether a rule sees other than it saw: its station opened or closed, or a threshold was passed. Nothing else changes its answer
   * until it is due, and most changes of the lines are none of these.
   */
  private seesChange(): boolean {
    const { at, saw, stations, thresholds } = this;
    let changed = false;
    for (let rule = 0; rule < at.length; rule++) {
      const waiting = this.waiting[rule]!;
      const open = stations.state[at[rule]!] === states.closed ? 0 : 1;
      const sees = open + (waiting <= thresholds[2 * rule]! ? 2 : 0) + (waiting >= thresholds[2 * rule + 1]! ? 4 : 0);
      if (sees === saw[rule]) continue;
      saw[rule] = sees;
      changed = true;
    }
    return changed;
  }

  /** Rules that are due propose, and are answered. */
  act(nowMs: number): void {
    this.nowMs = nowMs;
    for (let rule = 0; rule < this.memory.length; rule++) {
      if (this.askedAt[rule] === nowMs || !this.mayAsk(rule)) continue;
      const { proposal } = this.evaluate(rule);
      if (proposal === null) continue;
      const waiting = this.waiting[rule]!;
      this.askedAt[rule] = nowMs;
      this.memory[rule] = { ...this.memory[rule]!, since: nowMs };
      if (this.scribe !== null) this.scribe.proposed(rule, proposal, waiting, nowMs);
      this.lookAnew();
      if (proposal === 'open') {
        this.opened[rule] = 1;
        this.stations.openAlone(this.at[rule]!, this.floor.deviceGroup + 1 + rule, nowMs);
      } else {
        this.opened[rule] = -1;
        this.stations.closeAlone(this.at[rule]!, nowMs);
      }
    }
    this.lookAnew();
  }

  /** From closing time on, stations opened by rules are only there for those who wait. */
  closeAfterClosing(): void {
    for (let rule = 0; rule < this.opened.length; rule++) {
      if (this.opened[rule] !== 1) continue;
      this.opened[rule] = -1;
      this.stations.closeAfterClosing(this.floor.deviceGroup + 1 + rule);
    }
  }

  private lookAnew(): void {
    this.saw.fill(nothingYet);
    this.look();
  }

  /** A rule closes only what it has opened itself. */
  private mayAsk(rule: number): boolean {
    return this.opened[rule] === 1 || this.stations.state[this.at[rule]!] === states.closed;
  }

  private evaluate(rule: number) {
    const station = this.at[rule]!;
    const stationOpen = this.stations.state[station] !== states.closed;
    const view = { waiting: this.waiting[rule]!, stationOpen };
    return evaluate(this.floor.elastic[rule]!, this.memory[rule]!, view, this.nowMs);
  }
}
