import type { LobbyEvent } from '../../../simulator/lobby/journal/event.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';
import { isFailure, type JournalLine, type Store } from '../../store/store.ts';
import { readJournal } from './read-journal.ts';
import { stateBefore } from './state-before.ts';

const changesRules = new Set(['branch-configured', 'plan-adopted', 'strategy-changed']);
const bookings = /^appointment-/;
const work = /^(station|staff|day)-/;

/**
 * Earlier events that a day stands on: the configuration and what has changed the rules since, and appointments. Where
 * somebody was in service over the roll, or a kiosk has not returned its numbers, also what bears on them of the days since:
 * those tickets and blocks, and the comings and goings of stations and staff.
 */
export async function prologueOf(store: Store, branch: string, openedSeq: number): Promise<readonly JournalLine[]> {
  const configured = await store.lastOfType(branch, 'branch-configured', openedSeq);
  const found = await stateBefore(store, branch, openedSeq);
  if (configured === null || isFailure(configured) || found === null || found === 'unavailable') return [];
  const carried = new Carried(found.before);
  const kept: JournalLine[] = [];
  for await (const piece of readJournal(store, branch)) {
    if (!('linked' in piece)) break;
    for (const { line, event } of piece.linked) {
      if (line.seq >= openedSeq) return kept;
      const rules = changesRules.has(line.type) && line.seq >= configured.seq;
      if (rules || bookings.test(line.type) || (carried.any && carried.needs(event))) kept.push(line);
    }
  }
  return kept;
}

/** What the roll of the day left standing, and the events that led to it. */
class Carried {
  readonly any: boolean;
  readonly #tickets: Set<string>;
  readonly #blocks: ReadonlySet<string>;
  readonly #firstDate: string;
  #reached = false;

  constructor({ tickets: all, blocks, day }: LobbyState) {
    const tickets = new Map([...all].filter(([, { status }]) => status === 'serving'));
    const open = [...blocks.values()].filter(({ returned }) => !returned);
    this.#tickets = new Set(tickets.keys());
    this.#blocks = new Set(open.map(({ id }) => id));
    this.any = tickets.size > 0 || open.length > 0;
    this.#firstDate = [...tickets.values(), ...open].map(({ date }) => date).sort()[0] ?? day?.date ?? '';
  }

  needs(event: LobbyEvent): boolean {
    if (event.type === 'day-opened' && event.data.date >= this.#firstDate) this.#reached = true;
    return this.#reached && (work.test(event.type) || this.#bears(event));
  }

  #bears({ type, data }: LobbyEvent): boolean {
    if (type === 'number-block-leased' || type === 'number-block-returned') return this.#blocks.has(data.block);
    if (type === 'ticket-issued' && data.block !== undefined && this.#blocks.has(data.block)) this.#tickets.add(data.ticket);
    return 'ticket' in data && data.ticket !== null && this.#tickets.has(data.ticket);
  }
}
