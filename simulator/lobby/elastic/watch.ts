import { catalogueOf } from '../branch/catalogue.ts';
import type { ElasticRule } from '../branch/rules.ts';
import type { JournalEntry } from '../journal/event.ts';
import type { LobbyState } from '../state.ts';
import { type ElasticMemory, type ElasticView, evaluate, noElasticMemory } from './evaluate.ts';

/** What is remembered of each rule, by rule id; derived from the journal, so live and `conform` agree. */
export type ElasticMemories = ReadonlyMap<string, ElasticMemory>;

export interface DueProposal {
  readonly rule: string;
  readonly action: 'open' | 'close';
  readonly station: string;
  readonly waiting: number;
}

/** Tickets in the lobby that wait in a rule's lines. */
export function watchedBy(state: LobbyState, rule: ElasticRule): number {
  const { lines, stations } = catalogueOf(state.config!.branch);
  const kind = stations.get(rule.station)!.kind;
  const watched = new Set(rule.lines ?? [...lines.values()].filter(({ kinds }) => kinds.includes(kind)).map(({ id }) => id));
  let waiting = 0;
  for (const ticket of state.tickets.values()) {
    if (ticket.status === 'waiting' && ticket.present && ticket.place && watched.has(ticket.place.line)) waiting += 1;
  }
  return waiting;
}

const viewOf = (state: LobbyState, rule: ElasticRule): ElasticView => ({
  waiting: watchedBy(state, rule),
  stationOpen: state.stations.get(rule.station)?.status !== 'closed',
});

/** Looks at every rule after an event: conditions begin and end to hold. A rule that is due keeps its memory until it proposes. */
export function lookAround(state: LobbyState, memories: ElasticMemories, nowMs: number): ElasticMemories {
  if (!state.config || state.config.elastic.length === 0) return memories;
  const next = new Map<string, ElasticMemory>();
  for (const rule of state.config.elastic) {
    const memory = memories.get(rule.id) ?? noElasticMemory;
    const answer = evaluate(rule, memory, viewOf(state, rule), nowMs);
    next.set(rule.id, answer.proposal === null ? answer.memory : memory);
  }
  return next;
}

/** [E1] Proposals due now, rules with an unanswered proposal aside. */
export function dueProposals(state: LobbyState, memories: ElasticMemories, nowMs: number): readonly DueProposal[] {
  if (!state.config || state.config.elastic.length === 0) return [];
  const asked = new Set([...state.proposals.values()].map(({ rule }) => rule));
  return state.config.elastic.flatMap((rule) => {
    const view = viewOf(state, rule);
    const { proposal } = evaluate(rule, memories.get(rule.id) ?? noElasticMemory, view, nowMs);
    return proposal === null || asked.has(rule.id)
      ? []
      : [{ rule: rule.id, action: proposal, station: rule.station, waiting: view.waiting }];
  });
}

/** After a proposal the hold begins again, so that a declined one is not repeated at once. */
export function remembered(memories: ElasticMemories, event: JournalEntry): ElasticMemories {
  if (event.type !== 'elastic-proposed') return memories;
  const memory = memories.get(event.data.rule) ?? noElasticMemory;
  return new Map(memories).set(event.data.rule, { ...memory, since: event.at });
}
