import type { ElasticRule as Rule } from '../lobby/branch/rules.ts';
import { dueAt, noElasticMemory } from '../lobby/elastic/evaluate.ts';
import { dueProposals, type ElasticMemories, lookAround, remembered } from '../lobby/elastic/watch.ts';
import type { By } from '../lobby/journal/envelope.ts';
import type { Alarm } from './agenda.ts';
import type { Hall } from './hall.ts';
import type { Attendant, ServicePoint } from './service-point.ts';
import { Entity } from './simjs-loader.ts';

/** 弹性窗口: everything the rules remember, looked at after each event as `conform` does. */
export class ElasticWatch extends Entity {
  memories: ElasticMemories = new Map();
  private readonly rules: FlexRule[] = [];

  start(hall: Hall, points: readonly ServicePoint[]): void {
    hall.setting.lobby.onEvent((event) => {
      this.memories = lookAround(hall.state, remembered(this.memories, event), event.at);
      if (this.rules.length === 0 && event.type === 'day-opened')
        this.rules.push(
          ...hall.state.config!.elastic.map((rule, at) => {
            const point = points.find(({ station }) => station === rule.station)!;
            return this.sim.addEntity(FlexRule, rule.id, hall, this, rule, at, point);
          }),
        );
      for (const rule of this.rules) rule.lookAgain();
    });
  }
}

/** One rule: proposes when it is due, and acts as it has proposed (Y17). */
export class FlexRule extends Entity implements Attendant {
  declare private hall: Hall;
  declare private watch: ElasticWatch;
  declare private rule: Rule;
  declare private at: number;
  declare private point: ServicePoint;
  private alarm: { readonly atMs: number; readonly alarm: Alarm } | null = null;
  private proposals = 0;
  private proposedMs = -1;
  private hasOpened = false;
  private isClosing = false;
  readonly available = true;

  start(hall: Hall, watch: ElasticWatch, rule: Rule, at: number, point: ServicePoint): void {
    this.point = point;
    this.hall = hall;
    this.watch = watch;
    this.rule = rule;
    this.at = at;
  }

  private get owner(): By {
    return { kind: 'rule', id: this.rule.id };
  }

  /** At the station it has opened. */
  get by(): By {
    return { kind: 'system', id: this.rule.station };
  }

  /** Sets the alarm for when it will be due if nothing changes. */
  lookAgain(): void {
    const dueMs = this.dueMs();
    const atMs = dueMs === null ? null : Math.max(dueMs, this.proposedMs + 1);
    if (this.alarm !== null && this.alarm.atMs === atMs) return;
    this.alarm?.alarm.cancel();
    this.alarm = null;
    if (atMs === null || atMs >= this.hall.setting.closesMs) return;
    const rank = (): readonly number[] => [this.at];
    const alarm = this.hall.setting.agenda.after(atMs - this.hall.nowMs, 'rules-propose', rank, () => this.propose());
    this.alarm = { atMs, alarm };
  }

  private dueMs(): number | null {
    if (this.proposal() !== undefined) return this.hall.nowMs;
    const due = dueAt(this.rule, this.watch.memories.get(this.rule.id) ?? noElasticMemory);
    return due === null ? null : Math.max(due - this.hall.setting.midnightAt, this.hall.nowMs);
  }

  private proposal() {
    const { nowMs, setting, state } = this.hall;
    return dueProposals(state, this.watch.memories, setting.midnightAt + nowMs).find((one) => one.rule === this.rule.id);
  }

  private propose(): void {
    const { hall, rule, owner } = this;
    this.alarm = null;
    const due = this.proposal();
    if (due === undefined || hall.nowMs <= this.proposedMs) return;
    if (due.action === 'close' && !this.mayClose) return;
    this.proposedMs = hall.nowMs;
    this.proposals += 1;
    const proposal = `${rule.id}-${this.proposals}`;
    const { action, waiting } = due;
    hall.press(owner, { type: 'propose-elastic', proposal, rule: rule.id, action, waiting });
    hall.press(owner, { type: 'answer-elastic', proposal, answer: 'accepted' });
    if (action === 'open') this.open();
    else if (this.point.state.status === 'ready') this.close();
    else this.isClosing = true;
  }

  /** It closes only what it has opened itself. */
  private get mayClose(): boolean {
    return this.hasOpened && !this.isClosing;
  }

  private open(): void {
    this.hasOpened = true;
    this.hall.press(this.owner, { type: 'open', station: this.rule.station, staff: [] });
    this.point.attendant = this;
  }

  close(): void {
    this.hasOpened = false;
    this.isClosing = false;
    this.hall.press(this.owner, { type: 'close', station: this.rule.station });
    this.point.attendant = null;
    this.point.closed();
  }

  served(): void {
    this.free();
  }

  free(): void {
    if (this.isClosing) this.close();
    else this.hall.press(this.by, { type: 'ready', station: this.rule.station });
  }
}
