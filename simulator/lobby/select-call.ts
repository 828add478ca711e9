import { ableTeam } from './ability.ts';
import { type Catalogue, catalogueOf } from './branch/catalogue.ts';
import { chooseLine, type LineSource } from './calling/choose.ts';
import { isRefusal } from './refusal.ts';
import { rulesInForce } from './rules-in-force.ts';
import type { LobbyState, Ticket } from './state.ts';

/** The head of a line for one station, and who would serve it. */
export interface Candidate {
  readonly line: string;
  readonly ticket: Ticket;
  readonly staff: readonly string[];
}

/** [T5] In a line it is first come, first served by readyAt, then by ticket sequence. */
export const comesBefore = (a: Ticket, b: Ticket): boolean => a.readyAt < b.readyAt || (a.readyAt === b.readyAt && a.seq < b.seq);

/** [C2] Per line in the branch's order: its first ticket that this station can serve now. */
export function candidatesFor(state: LobbyState, stationId: string): (Candidate | null)[] {
  const branch = state.config!.branch;
  const catalogue = catalogueOf(branch);
  const reach = linesOf(catalogue, stationId);
  const heads = new Map<string, Candidate>();
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting' || !ticket.present || !ticket.place || !reach.has(ticket.place.line)) continue;
    const head = heads.get(ticket.place.line);
    if (head && !comesBefore(ticket, head.ticket)) continue;
    const team = ableTeam(state, stationId, ticket);
    if (!isRefusal(team)) heads.set(ticket.place.line, { line: ticket.place.line, ticket, staff: team.staff });
  }
  return branch.lines.map(({ id }) => heads.get(id) ?? null);
}

function linesOf(catalogue: Catalogue, stationId: string): ReadonlySet<string> {
  const kind = catalogue.stations.get(stationId)!.kind;
  return new Set([...catalogue.lines.values()].filter(({ kinds }) => kinds.includes(kind)).map(({ id }) => id));
}

/** Tickets waiting in the lobby, by line. */
export function waitingByLine(state: LobbyState): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting' || !ticket.present || !ticket.place) continue;
    lengths.set(ticket.place.line, (lengths.get(ticket.place.line) ?? 0) + 1);
  }
  return lengths;
}

/** The lines of a live lobby, as the strategies see them from one station. */
export function lineSourceOf(state: LobbyState, candidates: readonly (Candidate | null)[]): LineSource {
  const lines = state.config!.branch.lines;
  const lengths = waitingByLine(state);
  return {
    count: lines.length,
    totalWaiting: [...lengths.values()].reduce((sum, length) => sum + length, 0),
    headReadyAt: (line) => candidates[line]?.ticket.readyAt ?? Number.NaN,
    headSeq: (line) => candidates[line]!.ticket.seq,
    length: (line) => lengths.get(lines[line]!.id) ?? 0,
    callsSoFar: (line) => state.callsSoFar.get(lines[line]!.id) ?? 0,
  };
}

/** [C1] What the rule in force calls to a station now; null: nobody it may call. */
export function selectCall(state: LobbyState, stationId: string, nowMs: number): Candidate | null {
  const candidates = candidatesFor(state, stationId);
  const station = state.config!.branch.stations.findIndex(({ id }) => id === stationId);
  const chosen = chooseLine(lineSourceOf(state, candidates), rulesInForce(state, nowMs).strategy, station, nowMs);
  return chosen < 0 ? null : candidates[chosen]!;
}
