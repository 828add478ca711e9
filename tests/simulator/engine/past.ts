import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import type { SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import type { BesideState, ParkedTicket } from '../../../simulator/engine/lobby-now.ts';
import { type ElasticMemories, lookAround, remembered } from '../../../simulator/lobby/elastic/watch.ts';
import { emptyState } from '../../../simulator/lobby/evolve/empty-state.ts';
import { evolve } from '../../../simulator/lobby/evolve/evolve.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import type { LobbyState } from '../../../simulator/lobby/state.ts';
import { firstNeedOf, type Tape } from '../../../simulator/workload/tape.ts';

/** The journal up to a moment, as the lobby remembers it. */
export interface Past {
  readonly state: LobbyState;
  readonly memories: ElasticMemories;
  /** When each of the staff last came, ms after midnight. */
  readonly joinedMs: ReadonlyMap<string, number>;
  readonly rules: ReadonlyMap<string, 'opened' | 'told to close'>;
  readonly parked: BesideState['parked'];
}

/** Who is sent away from where, and when they will be back, as the tape has it. */
function sentAway(state: LobbyState, { at, data }: Extract<SimulatedEvent, { type: 'parked' }>, tape: Tape) {
  const { current, id, needs, startedAt } = state.tickets.get(data.ticket)!;
  const done = needs.slice(0, current).filter(({ outcome }) => outcome !== 'device-failed').length;
  const awayMs = tape.awayMs![firstNeedOf(tape, Number(id.slice(1))) + done]!;
  const lead = state.stations.get(data.station)!.staff[0] ?? null;
  const { midnightAt } = aMonday;
  const startedMs = startedAt! - midnightAt;
  return { station: data.station, lead, backAtMs: at - midnightAt + awayMs, startedMs, workedMs: at - startedAt! };
}

export function fold(journal: readonly SimulatedEvent[], tape: Tape): Past {
  let state = emptyState;
  let memories: ElasticMemories = new Map();
  const parked = new Map<string, ParkedTicket>();
  const rules = new Map<string, 'opened' | 'told to close'>();
  const joinedMs = new Map<string, number>();
  for (const event of journal) {
    const entry: JournalEntry = event;
    if (event.type === 'staff-joined') joinedMs.set(event.data.person, event.at - aMonday.midnightAt);
    if (event.type === 'parked') parked.set(event.data.ticket, sentAway(state, event, tape));
    if (event.type === 'service-finished' || event.type === 'transferred') parked.delete(event.data.ticket);
    state = evolve(state, entry);
    memories = lookAround(state, remembered(memories, entry), event.at);
    if (event.type === 'station-closed')
      for (const rule of state.config!.elastic) if (rule.station === event.data.station) rules.delete(rule.id);
    if (event.type === 'elastic-proposed') {
      rules.set(event.data.rule, event.data.action === 'close' ? 'told to close' : 'opened');
    }
  }
  return { state, memories, joinedMs, parked, rules };
}
