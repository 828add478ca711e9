import { Reservoir } from '../reservoir.ts';
import type { Presence } from './presence.ts';
import { isNamed, type Work } from './servers.ts';

/** A stretch in which a server was at work. Wall ms. */
export interface Spell {
  readonly server: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Stretches of work of a server: a gap longer than `limitMs` in which they were gone ends one. Who is not seen to be gone between the first customer
 * of the day and their own first, and that is no longer than the limit, was there from the first on; at the end of the day alike.
 */
function spellsOf(server: string, works: readonly Work[], limitMs: number, presence: Presence): Spell[] {
  const spells = stretchesOf(server, works, (fromMs, toMs) => toMs - fromMs <= limitMs || !presence.gone(server, fromMs, toMs));
  const [first, last] = [spells[0], spells.at(-1)];
  const there = (fromMs: number, toMs: number): boolean =>
    toMs > fromMs && toMs - fromMs <= limitMs && !presence.gone(server, fromMs, toMs);
  // Whose first customer had waited had only then come.
  if (first !== undefined && works[0]!.waitMs === 0 && there(presence.fromMs, first.fromMs)) first.fromMs = presence.fromMs;
  if (last !== undefined && there(last.toMs, presence.toMs)) last.toMs = presence.toMs;
  return spells;
}

type Stretch = { -readonly [Key in keyof Spell]: Spell[Key] };

/** Work put together over the gaps in which the server stayed. */
function stretchesOf(server: string, works: readonly Work[], stayed: (fromMs: number, toMs: number) => boolean): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { startMs, endMs } of works) {
    const last = stretches.at(-1);
    if (last !== undefined && stayed(last.toMs, startMs)) last.toMs = Math.max(last.toMs, endMs);
    else stretches.push({ server, fromMs: startMs, toMs: endMs });
  }
  return stretches;
}

/**
 * The spells of a day. A service of nobody who is named was done by somebody named who was free just then, where there is one; only what
 * nobody can have done makes further servers.
 */
export function spellsOfDay(works: ReadonlyMap<string, readonly Work[]>, limitMs: number, presence: Presence): Spell[] {
  const spells: Spell[] = [];
  const busy = new Map<string, Work[]>();
  for (const [server, list] of works) {
    if (!isNamed(server)) continue;
    spells.push(...spellsOf(server, list, limitMs, presence));
    busy.set(server, [...list]);
  }
  const named = spells.length;
  for (const [server, list] of works) {
    if (isNamed(server)) continue;
    const left = list.filter((work) => {
      const host = spells
        .slice(0, named)
        .find(
          (spell) =>
            spell.fromMs <= work.startMs &&
            spell.toMs >= work.endMs &&
            busy.get(spell.server)!.every((own) => own.endMs <= work.startMs || own.startMs >= work.endMs),
        );
      if (host !== undefined) busy.get(host.server)!.push(work);
      return host === undefined;
    });
    // Who they are is made up, so nobody can tell whom they were passed over for.
    spells.push(...stretchesOf(server, left, (fromMs, toMs) => toMs - fromMs <= limitMs));
  }
  return spells;
}

const leastLimitMs = 8 * 60_000;
const mostLimitMs = 60 * 60_000;
/** Gaps longer than this are no idling, whatever the branch. */
const longestGapMs = 2 * 3_600_000;

/** Gaps kept; of more a fair sample. */
const mostGaps = 100_000;
/** A gap and the wait at its end are kept as one number. */
const waitBits = 2 ** 20;

/** Gaps of servers who were ready: before customers who did not have to wait. */
export class ReadyGaps {
  private readonly kept = new Reservoir(mostGaps);

  /** Adds a day. */
  add(works: ReadonlyMap<string, readonly Work[]>): void {
    for (const [server, list] of works) {
      if (!isNamed(server)) continue;
      for (let at = 1; at < list.length; at++) {
        const { startMs, waitMs } = list[at]!;
        const gapMs = startMs - list[at - 1]!.endMs;
        if (waitMs !== null && gapMs > 0 && gapMs <= longestGapMs)
          this.kept.add(Math.round(gapMs) * waitBits + Math.min(Math.round(waitMs), waitBits - 1));
      }
    }
  }

  /**
   * How long a server without a customer may be at work all the same: five times the usual (median) gap of one who was ready; from 8 minutes to an hour. Who
   * waited for at most `noWaitMs` did not wait.
   */
  limitMs(noWaitMs = 0): number {
    const gaps = Float64Array.from(
      this.kept.values.flatMap((both) => (both % waitBits <= noWaitMs ? Math.floor(both / waitBits) : [])),
    ).sort();
    const median = gaps[Math.floor(gaps.length / 2)] ?? 0;
    return Math.min(Math.max(5 * median, leastLimitMs), mostLimitMs);
  }
}
