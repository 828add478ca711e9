import { isDeepStrictEqual } from 'node:util';
import type { DrilledEvent } from '../drill/core-lobby.ts';
import { aMonday } from './both-journals.ts';

/** The first place where two journals part; null on the side that has ended. */
export interface Difference {
  readonly at: number;
  readonly engine: DrilledEvent | null;
  readonly drill: DrilledEvent | null;
}

/** Equal is: the same time, type, data and author, event by event. */
export function firstDifference(engine: readonly DrilledEvent[], drill: readonly DrilledEvent[]): Difference | null {
  for (let at = 0; at < Math.max(engine.length, drill.length); at++) {
    const [one, other] = [engine[at] ?? null, drill[at] ?? null];
    if (one === null || other === null || !isSame(one, other)) return { at, engine: one, drill: other };
  }
  return null;
}

const isSame = (one: DrilledEvent, other: DrilledEvent): boolean =>
  one.at === other.at && one.type === other.type && isDeepStrictEqual([one.data, one.by], [other.data, other.by]);

/** Events shown before the difference, and after it on each side. */
const before = 8;
const after = 3;
/** Characters shown of an event: the first one holds a whole branch. */
const longest = 300;

/** The difference in words: what both wrote before it, then both sides beside each other. */
export function differenceText(engine: readonly DrilledEvent[], drill: readonly DrilledEvent[], { at }: Difference): string {
  const rest = (journal: readonly DrilledEvent[]): string[] =>
    at < journal.length ? journal.slice(at, at + after).map(line) : ['  (nothing more)'];
  return [
    `the journals part at event ${at + 1}`,
    'both:',
    ...engine.slice(Math.max(0, at - before), at).map(line),
    'engine:',
    ...rest(engine),
    'drill:',
    ...rest(drill),
  ].join('\n');
}

function line({ at, by, data, type }: DrilledEvent): string {
  const ms = at - aMonday.midnightAt;
  const clock = new Date(ms).toISOString().slice(11, 23);
  const text = JSON.stringify(data);
  return `  ${clock} ${type} ${text.length > longest ? `${text.slice(0, longest)}…` : text} by ${by.kind}/${by.id}`;
}
