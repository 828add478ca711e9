import type { Names } from './branch/names.ts';
import { scoreOf } from './calling/choose.ts';
import type { JournalEntry } from './journal/event.ts';
import { isRefusal } from './refusal.ts';
import { routeByPolicy } from './routing.ts';
import { rulesInForce } from './rules-in-force.ts';
import { candidatesFor, lineSourceOf, selectCall } from './select-call.ts';
import type { LobbyState } from './state.ts';

/** Why a call went to this ticket: the rule, the heads it compared, and who was passed over. */
export interface CallExplanation {
  readonly kind: 'call';
  readonly rule: { readonly id: string; readonly names: Names; readonly options: Readonly<Record<string, unknown>> };
  readonly station: string;
  /** What the rule chooses from this state; null: nobody. */
  readonly choice: string | null;
  /** What was called. */
  readonly called: string;
  /** True when a person chose otherwise. */
  readonly overrode: boolean;
  readonly heads: readonly {
    readonly line: string;
    readonly number: string;
    readonly waitMs: number;
    readonly score: number;
    readonly length: number;
    readonly callsSoFar: number;
    readonly called: boolean;
  }[];
}

/** Why a need was sent where it was. */
export interface RouteExplanation {
  readonly kind: 'route';
  readonly policy: string;
  readonly reason: string;
  readonly advised: { readonly line: string; readonly zone: string; readonly kind: string } | null;
  readonly taken: { readonly line: string; readonly zone: string; readonly kind: string };
  readonly overrode: boolean;
}

/** `before` is the state just before the event. Null for events that no rule decides. */
export function explain(before: LobbyState, event: JournalEntry): CallExplanation | RouteExplanation | null {
  if (event.type === 'called') return explainCall(before, event);
  if (event.type === 'need-routed') return explainRoute(before, event);
  return null;
}

function explainCall(before: LobbyState, event: Extract<JournalEntry, { type: 'called' }>): CallExplanation {
  const { rule, names, strategy } = rulesInForce(before, event.at);
  const candidates = candidatesFor(before, event.data.station);
  const source = lineSourceOf(before, candidates);
  const station = before.config!.branch.stations.findIndex(({ id }) => id === event.data.station);
  const choice = selectCall(before, event.data.station, event.at);
  return {
    kind: 'call',
    rule: { id: rule.id, names, options: rule.options },
    station: event.data.station,
    choice: choice?.ticket.number ?? null,
    called: before.tickets.get(event.data.ticket)?.number ?? event.data.ticket,
    overrode: event.data.overrode !== undefined,
    heads: candidates.flatMap((head, at) =>
      head === null
        ? []
        : {
            line: head.line,
            number: head.ticket.number,
            waitMs: event.at - head.ticket.arrivedAt,
            score: scoreOf(source, strategy.scorer, at, head.ticket.readyAt, station, event.at),
            length: source.length(at),
            callsSoFar: source.callsSoFar(at),
            called: head.ticket.id === event.data.ticket,
          },
    ),
  };
}

function explainRoute(before: LobbyState, event: Extract<JournalEntry, { type: 'need-routed' }>): RouteExplanation | null {
  const ticket = before.tickets.get(event.data.ticket);
  if (!ticket) return null;
  const advised = routeByPolicy(before, { ...ticket, service: ticket.needs[event.data.need]!.service });
  const { line, zone, kind, policy, reason } = event.data;
  return {
    kind: 'route',
    policy,
    reason,
    advised: isRefusal(advised) ? null : { line: advised.line, zone: advised.zone, kind: advised.kind },
    taken: { line, zone, kind },
    overrode: event.data.overrode !== undefined,
  };
}
