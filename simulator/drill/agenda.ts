import { Entity } from './simjs-loader.ts';

/** What is done in which order at one millisecond (engine/SPEC.md, Y5). */
export const phases = [
  'day-opens',
  'shifts-begin',
  'pauses-end',
  'work-ends',
  'calls-answered',
  'turnarounds-end',
  'people-go',
  'rules-propose',
  'customers-come',
  'greeters-take',
  'customers-leave',
  'stations-call',
  'helpers-go',
] as const;
export type Phase = (typeof phases)[number];

/** What somebody does when their turn comes. */
export type Act = () => void;

/** Something that will be done; `rank` is asked when its turn in the phase is sought. */
interface Item {
  readonly rank: () => readonly number[];
  readonly act: Act;
  cancelled: boolean;
}

export interface Alarm {
  cancel(): void;
}

/**
 * The agenda of a millisecond. Whoever wakes up writes down what they have come to do; when all who wake at this ms have done so,
 * the phases are gone through in order, again until nothing is due.
 */
export class Agenda extends Entity {
  private readonly due = new Map<Phase, Item[]>(phases.map((phase) => [phase, []]));
  private readonly duties = new Map<Phase, Act[]>(phases.map((phase) => [phase, []]));
  /** Items written down and not yet taken. */
  private pending = 0;
  private running = false;
  private called = false;

  start(): void {}

  /** In each pass through the phases, after what is due in this one. */
  inEachPass(phase: Phase, act: Act): void {
    this.duties.get(phase)!.push(act);
  }

  /** After so many ms, in this phase; at once when there are none. */
  after(ms: number, phase: Phase, rank: () => readonly number[], act: Act): Alarm {
    const item: Item = { rank, act, cancelled: false };
    if (ms === 0) {
      this.writeDown(phase, item);
      return { cancel: () => (item.cancelled = true) };
    }
    const timer = this.setTimer(ms).done(() => this.writeDown(phase, item));
    return {
      cancel: () => {
        item.cancelled = true;
        timer.cancel();
      },
    };
  }

  /** Goes through the phases after so many ms, whether anybody has come to do something or not. */
  goThroughAfter(ms: number): void {
    this.after(
      ms,
      'helpers-go',
      () => [],
      () => {},
    );
  }

  private writeDown(phase: Phase, item: Item): void {
    if (item.cancelled) return;
    this.due.get(phase)!.push(item);
    this.pending += 1;
    if (this.running || this.called) return;
    // Timers of one ms ring in the order they were set: this one, set now, rings after all the others.
    this.called = true;
    this.setTimer(0).done(() => this.goThrough());
  }

  private goThrough(): void {
    this.called = false;
    this.running = true;
    do {
      for (const phase of phases) {
        this.empty(phase);
        for (const act of this.duties.get(phase)!) act();
      }
    } while (this.pending > 0 && [...this.due.values()].some((items) => items.some(({ cancelled }) => !cancelled)));
    this.running = false;
  }

  private empty(phase: Phase): void {
    for (let items = this.take(phase); items.length > 0; items = this.take(phase)) {
      for (const { item } of items) if (!item.cancelled) item.act();
    }
  }

  private take(phase: Phase): readonly { readonly item: Item; readonly rank: readonly number[] }[] {
    const items = this.due.get(phase)!;
    if (items.length === 0) return [];
    this.due.set(phase, []);
    this.pending -= items.length;
    return items
      .filter(({ cancelled }) => !cancelled)
      .map((item) => ({ item, rank: item.rank() }))
      .sort((a, b) => compareRanks(a.rank, b.rank));
  }
}

/** Place by place; the sort keeps the order of those alike. */
export function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = a[at]! - b[at]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
