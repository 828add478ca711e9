import type { Branch } from './branch/branch.ts';
import type { StationKind } from './branch/place.ts';
import type { ElasticRule, RuleSpec } from './branch/rules.ts';
import type { ModeKind, Role } from './branch/service.ts';
import type { EventType, FactOf } from './journal/event.ts';
import type { Outcome, Quote } from './journal/ticket-events.ts';

/**
 * A lobby at one position of its journal: the fold of `evolve` over its events. Immutable; a new state shares what did
 * not change. It holds the tickets still in the lobby (and today's no-shows, who may come back), so its size follows
 * the lobby, not the day.
 */
export interface LobbyState {
  /** Position: seq of the last event folded in; 0 before the first. */
  readonly seq: number;
  /** Time of that event. */
  readonly at: number;
  /** Null until the branch is configured. */
  readonly config: ConfigInForce | null;
  readonly planId: string | null;
  readonly day: BusinessDay | null;
  /** Strategies by the time they take effect, oldest first; the last one whose time has come is in force. */
  readonly strategies: readonly { readonly rule: RuleSpec; readonly effectiveAt: number }[];
  /** Leased blocks of today, and older ones not yet returned: a kiosk may come back after midnight. */
  readonly blocks: ReadonlyMap<string, NumberBlock>;
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly stations: ReadonlyMap<string, StationState>;
  readonly staff: ReadonlyMap<string, StaffState>;
  readonly appointments: ReadonlyMap<string, Appointment>;
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** Devices whose call for help nobody has answered, oldest first. */
  readonly help: ReadonlyMap<string, HelpCall>;
  /** First calls of the business day per line, made while two or more lines of the ratio had someone waiting (SPEC C6). */
  readonly callsSoFar: ReadonlyMap<string, number>;
  readonly tally: Tally;
}

export interface ConfigInForce {
  readonly version: number;
  readonly branch: Branch;
  /** In force now: the branch's own, or those of an adopted plan. */
  readonly greeting: RuleSpec;
  readonly elastic: readonly ElasticRule[];
}

export interface BusinessDay {
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly hours: readonly { readonly from: number; readonly to: number }[];
  readonly open: boolean;
  /** Last number given per series, leased blocks aside. */
  readonly lastOrdinal: ReadonlyMap<string, number>;
}

export interface NumberBlock {
  readonly id: string;
  readonly date: string;
  readonly series: string;
  readonly from: number;
  readonly to: number;
  readonly holder: string;
  /** Next number of the block to be given. */
  readonly next: number;
  readonly returned: boolean;
}

export type TicketStatus = 'waiting' | 'called' | 'serving' | 'parked' | 'no-show';

export interface Place {
  readonly line: string;
  readonly zone: string;
  readonly kind: StationKind;
  readonly mode: ModeKind;
}

export interface Need {
  readonly service: string;
  /** The member of staff the customer asked for. */
  readonly person?: string | undefined;
  readonly outcome?: Outcome | undefined;
}

/** 号票: one visit in the lobby. */
export interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly series: string;
  readonly date: string;
  /** Seq of its `ticket-issued`: the last tie-breaker in a line. */
  readonly seq: number;
  readonly channel: FactOf<'ticket-issued'>['data']['channel'];
  readonly segment: string;
  readonly traits: readonly string[];
  readonly language: FactOf<'ticket-issued'>['data']['language'];
  readonly prepared: boolean;
  readonly appointment: { readonly id: string; readonly slotAt: number } | null;
  /** True arrival: what KPIs count from. */
  readonly arrivedAt: number;
  /** Place in the line (SPEC T4): what strategies count from. */
  readonly readyAt: number;
  readonly needs: readonly Need[];
  /** Index of the need being waited for or served. */
  readonly current: number;
  readonly status: TicketStatus;
  /** Where the current need waits or is served; null before the first routing. */
  readonly place: Place | null;
  /** When the wait for the current need began: arrival, or the end of the need before. */
  readonly needSince: number;
  /** False for a remote ticket until its customer is in the lobby; such a ticket is not called. */
  readonly present: boolean;
  /** When a greeter last saw to the customer, and who. */
  readonly greetedAt: number | null;
  readonly greetedBy: string | null;
  readonly station: string | null;
  readonly staff: readonly string[];
  readonly assistedBy: string | null;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  /** Calls for the current need, the first included. */
  readonly calls: number;
  readonly quote: Quote | null;
  /** Seq of the last event that changed it. */
  readonly touched: number;
}

/** closed → ready ⇄ busy → wrap-up → ready; ready ⇄ paused. */
export type StationStatus = 'closed' | 'ready' | 'busy' | 'wrap-up' | 'paused';

export interface StationState {
  readonly id: string;
  readonly status: StationStatus;
  /** Who works it, the lead first; empty when it works with its own skills. */
  readonly staff: readonly string[];
  readonly ticket: string | null;
  /** Since when it is in this status: the longest-ready able station takes an arrival. */
  readonly since: number;
  readonly pauseReason: string | null;
  readonly undo: UndoPoint | null;
  readonly touched: number;
}

/** The last act at a station and what `undo` brings back (SPEC U1). */
export interface UndoPoint {
  /** Events of the act: from..to. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly act: EventType;
  /** As they were before the act. */
  readonly station: StationState;
  readonly ticket: Ticket | null;
  /** The act ended the ticket. */
  readonly ended: boolean;
  /** The line whose ratio count the act raised. */
  readonly countedLine: string | null;
}

export interface StaffState {
  readonly person: string;
  readonly role: Role;
  readonly skills: readonly string[];
  readonly assistCapacity: number;
  readonly onBreak: boolean;
  /** Free since: the longest-free able person joins a team. */
  readonly since: number;
}

export interface Appointment {
  readonly id: string;
  readonly slotAt: number;
  readonly needs: readonly { readonly service: string; readonly person?: string | undefined }[];
  readonly segment: string | null;
  readonly prepared: boolean;
  readonly status: 'booked' | 'checked-in' | 'cancelled' | 'missed';
}

export interface Proposal {
  readonly id: string;
  readonly rule: string;
  readonly action: 'open' | 'close';
  readonly station: string;
  readonly expiresAt: number;
}

/** 求助: somebody at a device asks for a greeter. */
export interface HelpCall {
  readonly id: string;
  readonly device: string;
  readonly zone: string | null;
  readonly since: number;
}

/** Tickets of the business day by where they are: issued = the sum of the others (SPEC I6). */
export interface Tally {
  readonly issued: number;
  readonly waiting: number;
  readonly called: number;
  readonly serving: number;
  readonly parked: number;
  readonly done: number;
  readonly noShow: number;
  readonly abandoned: number;
  readonly void: number;
}
