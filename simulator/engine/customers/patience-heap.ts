import FlatQueue from 'flatqueue';

/** Of more than `most` who wait, until there are `fewAgain`, a heap knows who leaves next; of fewer each is looked at. */
export const crowd = { most: 48, fewAgain: 16 } as const;

/** Which of two who wait a look at each would find first. */
export type GoesBefore = (visit: number, other: number) => boolean;

/**
 * When the patience of each of a crowd ends, soonest first. On usual days few wait and this is not in use: a look at each of them now and
 * then costs less than an order that most never need, since they are called first. In a crowd the looks would grow with its square.
 * Who has been called stays in it until their time comes, and is then found not to wait.
 */
export class PatienceHeap {
  private readonly queue = new FlatQueue<number>();
  /** Whoever joins a line has to be added. */
  inUse = false;

  clear(): void {
    this.inUse = false;
    if (this.queue.length > 0) this.queue.clear();
  }

  /** Whether it is to say who leaves next, of so many who wait. */
  isFor(waiting: number): boolean {
    return this.inUse || waiting > crowd.most;
  }

  /** Takes in all who wait in lines, unless it knows them: the first of each, and who comes after whom. */
  fill(heads: Int32Array, after: Int32Array, leavesAt: Float64Array): void {
    if (this.inUse) return;
    this.inUse = true;
    for (let line = 0; line < heads.length; line++)
      for (let visit = heads[line]!; visit >= 0; visit = after[visit]!) this.add(visit, leavesAt[visit]!);
  }

  /** Is done with, where so few wait. */
  restAt(waiting: number): void {
    if (waiting <= crowd.fewAgain) this.clear();
  }

  add(visit: number, leavesAtMs: number): void {
    if (leavesAtMs !== Number.POSITIVE_INFINITY) this.queue.push(visit, leavesAtMs);
  }

  /** Until when nobody who waits leaves; those who do not wait any more are dropped. */
  soonestMs(waits: (visit: number, leavesAtMs: number) => boolean): number {
    const { queue } = this;
    while (queue.length > 0 && !waits(queue.peek()!, queue.peekValue()!)) queue.pop();
    return queue.peekValue() ?? Number.POSITIVE_INFINITY;
  }

  /** Takes the first of all. */
  take(): number {
    return this.queue.pop()!;
  }

  /** Takes one whose patience has ended by a moment: of several the first by `goesBefore`; -1: nobody's has. */
  takeDue(nowMs: number, waits: (visit: number, leavesAtMs: number) => boolean, goesBefore: GoesBefore): number {
    let dueMs = this.soonestMs(waits);
    if (dueMs > nowMs) return -1;
    let first = this.take();
    const others: { readonly visit: number; readonly dueMs: number }[] = [];
    for (let ms = this.soonestMs(waits); ms <= nowMs; ms = this.soonestMs(waits)) {
      const visit = this.take();
      // Who left a line for another is in the heap twice.
      if (visit === first) continue;
      if (goesBefore(visit, first)) {
        others.push({ visit: first, dueMs });
        first = visit;
        dueMs = ms;
      } else others.push({ visit, dueMs: ms });
    }
    for (const other of others) this.add(other.visit, other.dueMs);
    return first;
  }
}
