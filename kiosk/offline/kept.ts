import type { Board } from '../../simulator/lobby/board/board.ts';
import { numberText } from '../../simulator/lobby/decide/number.ts';
import type { IssueBody } from '../issuing.ts';

/** Leased numbers: this kiosk's own until its business day ends. */
export interface Block {
  readonly id: string;
  readonly series: string;
  readonly date: string;
  readonly endsAt: number;
  readonly to: number;
  readonly size: number;
  /** The next to be given. */
  readonly next: number;
  readonly digits: number;
}

/** A number given while the lobby was away, and what to tell the lobby about it. */
export interface Pending {
  /** The key under which the lobby was asked before: it may have given a number of its own just before the line broke. */
  readonly key: string;
  readonly number: string;
  readonly block: string;
  readonly ordinal: number;
  readonly series: string;
  readonly body: IssueBody;
  readonly givenAt: number;
}

/** What a kiosk keeps through outages, reloads and power cuts. */
export interface Kept {
  readonly blocks: readonly Block[];
  /** In the order given. */
  readonly outbox: readonly Pending[];
  /** Numbers that the lobby would not take: staff must see to their customers. */
  readonly stranded: readonly string[];
  /** The lobby's clock minus this machine's, as last heard. */
  readonly clockAheadMs: number;
  /** The branch as last seen: a kiosk that starts in an outage can still ask its questions. */
  readonly board: Board | null;
}

export const nothingKept: Kept = { blocks: [], outbox: [], stranded: [], clockAheadMs: 0, board: null };

/** Why no number could be given. */
export type NoNumber = 'no-block' | 'block-full' | 'day-over';

/** The next number of a series. Arrivals never go backwards, whatever the clock does, so the order of numbers is the order of people. */
export function give(
  kept: Kept,
  series: string,
  asked: { readonly key: string; readonly body: IssueBody; readonly nowMs: number },
): readonly [Kept, Pending] | NoNumber {
  const ours = kept.blocks.filter((block) => block.series === series);
  if (ours.length === 0) return 'no-block';
  const givenAt = Math.max(asked.nowMs, kept.outbox.at(-1)?.givenAt ?? 0);
  const today = ours.filter(({ endsAt }) => givenAt < endsAt);
  if (today.length === 0) return 'day-over';
  const block = today.find(({ next, to }) => next <= to);
  if (block === undefined) return 'block-full';
  const pending: Pending = {
    key: asked.key,
    number: numberText(block.digits, series, block.next),
    block: block.id,
    ordinal: block.next,
    series,
    body: asked.body,
    givenAt,
  };
  const blocks = kept.blocks.map((each) => (each === block ? { ...block, next: block.next + 1 } : each));
  return [{ ...kept, blocks, outbox: [...kept.outbox, pending] }, pending];
}

/** The lobby has it. */
export const settled = (kept: Kept, key: string): Kept => ({ ...kept, outbox: kept.outbox.filter((each) => each.key !== key) });

/** The lobby will never take it. */
export const stranded = (kept: Kept, { key, number }: Pending): Kept => ({
  ...settled(kept, key),
  stranded: [...new Set([...kept.stranded, number])],
});

export const replaced = (kept: Kept, key: string, by: Pending): Kept => ({
  ...kept,
  outbox: kept.outbox.map((each) => (each.key === key ? by : each)),
});

/** A fifth of a block is left as the reserve that a new lease is fetched in. */
const isLow = (left: number, size: number): boolean => left <= Math.floor(size / 5);

/** Series whose numbers of the day run low. */
export function lowSeries(kept: Kept, needed: readonly string[], date: string): readonly string[] {
  return needed.filter((series) => {
    const ours = kept.blocks.filter((block) => block.series === series && block.date === date);
    const left = ours.reduce((sum, { next, to }) => sum + Math.max(0, to - next + 1), 0);
    return isLow(left, ours.at(-1)?.size ?? 0);
  });
}

/** Blocks to give back: of a day that is over, or used up; and none of their numbers still to be told. */
export function finished(kept: Kept, date: string): readonly Block[] {
  const told = new Set(kept.outbox.map(({ block }) => block));
  return kept.blocks.filter((block) => !told.has(block.id) && (block.date !== date || block.next > block.to));
}

export const dropped = (kept: Kept, id: string): Kept => ({ ...kept, blocks: kept.blocks.filter((block) => block.id !== id) });
