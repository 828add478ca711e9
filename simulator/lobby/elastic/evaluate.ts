import type { ElasticRule } from '../branch/rules.ts';

/** What must be remembered of an elastic rule between two looks. */
export interface ElasticMemory {
  /** Since when the condition has held, ms; null while it does not. */
  readonly since: number | null;
  /** Since when the station has been open, ms; null while it is closed. */
  readonly openedAt: number | null;
}

/** A rule nobody has looked at yet. */
export const noElasticMemory: ElasticMemory = { since: null, openedAt: null };

export interface ElasticView {
  /** Tickets waiting in the rule's lines. */
  readonly waiting: number;
  readonly stationOpen: boolean;
}

export interface ElasticAnswer {
  readonly proposal: 'open' | 'close' | null;
  readonly memory: ElasticMemory;
}

/**
 * 弹性窗口. A closed station is to open when at least `openAtWaiting` have waited for `holdMs` on end; an open one is to close
 * when at most `closeAtWaiting` wait for `holdMs` on end and it has been open for `minOpenMs`. The gap between the two
 * numbers keeps it from flapping. After a proposal the hold begins again, so a declined one is not repeated at once.
 *
 * Look at the rule whenever `waiting` or the station changes, and at `dueAt`. While a proposal is unanswered, do not act
 * on another. The memory is the same object when nothing in it changed.
 */
export function evaluate(rule: ElasticRule, memory: ElasticMemory, view: ElasticView, nowMs: number): ElasticAnswer {
  const openedAt = view.stationOpen ? (memory.openedAt ?? nowMs) : null;
  // When the station opens or closes, the condition becomes the other one and starts to hold anew.
  const turned = (openedAt === null) !== (memory.openedAt === null);
  const holds = view.stationOpen ? view.waiting <= rule.closeAtWaiting : view.waiting >= rule.openAtWaiting;
  const since = holds ? ((turned ? null : memory.since) ?? nowMs) : null;
  const same = since === memory.since && openedAt === memory.openedAt;
  const seen = same ? memory : { since, openedAt };
  const due = dueAt(rule, seen);
  if (due === null || nowMs < due) return { proposal: null, memory: seen };
  return { proposal: view.stationOpen ? 'close' : 'open', memory: { since: nowMs, openedAt } };
}

/** When the rule will propose if nothing changes, ms; null while its condition does not hold. */
export function dueAt(rule: ElasticRule, memory: ElasticMemory): number | null {
  if (memory.since === null) return null;
  const held = memory.since + rule.holdMs;
  return memory.openedAt === null ? held : Math.max(held, memory.openedAt + rule.minOpenMs);
}
