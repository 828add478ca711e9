import type { Language } from '../branch/language.ts';
import type { Names } from '../branch/names.ts';
import type { StationDirection, StationKind } from '../branch/place.ts';
import type { Segment, Trait } from '../branch/segment.ts';
import type { ModeKind, Role } from '../branch/service.ts';
import type { Quote } from '../journal/ticket-events.ts';
import type { HelpCall, StationStatus, Tally, TicketStatus } from '../state.ts';

/**
 * What screens show of a lobby at one journal position. Times are instants, so a board stays right while nothing
 * happens. `public` boards carry numbers only; `full` boards, for staff, also ticket ids and people.
 */
export interface Board {
  readonly branch: string;
  readonly names: Names;
  /** IANA time zone of the branch. */
  readonly zone: string;
  readonly seq: number;
  /** Server time at which this board was made, epoch ms. */
  readonly at: number;
  readonly view: 'public' | 'full';
  readonly day: {
    readonly date: string;
    readonly open: boolean;
    readonly endsAt: number;
    readonly hours: readonly { readonly from: number; readonly to: number }[];
  } | null;
  /** Within opening hours at `at`. */
  readonly open: boolean;
  readonly services: readonly BoardService[];
  readonly segments: readonly Segment[];
  readonly traits: readonly Trait[];
  readonly zones: readonly { readonly id: string; readonly names: Names }[];
  readonly lines: readonly BoardLine[];
  readonly counters: readonly BoardCounter[];
  /** Called or in service, newest call first. */
  readonly nowServing: readonly BoardCall[];
  readonly tally: Tally;
  readonly strategy: { readonly id: string; readonly options: Readonly<Record<string, unknown>> };
  /** Full view only. */
  readonly tickets?: readonly BoardTicket[];
  readonly staff?: readonly BoardPerson[];
  /** Devices that ask for a greeter, oldest first. */
  readonly help?: readonly HelpCall[];
  readonly proposals?: readonly BoardProposal[];
}

export interface BoardService {
  readonly id: string;
  readonly names: Names;
  readonly series: string;
  readonly documents: readonly Names[];
  /** Some open station can give it. */
  readonly staffed: boolean;
  readonly waiting: number;
  /** Who would be before a ticket issued now: its line is shared with other services. */
  readonly ahead: number;
  /** The promise a ticket issued now would get. */
  readonly quote: Quote | null;
}

export interface BoardLine {
  readonly id: string;
  readonly names: Names;
  readonly zone: string;
  readonly kinds: readonly StationKind[];
  /** Services it takes; null: all. */
  readonly services: readonly string[] | null;
  /** Wait that the line promises, ms; null where none is declared. */
  readonly targetMs: number | null;
  readonly waiting: number;
  /** Arrival (true) of the longest waiting; null when empty. */
  readonly longestSince: number | null;
  /** Numbers in calling order, at most eight. */
  readonly next: readonly string[];
}

export interface BoardCounter {
  readonly id: string;
  readonly kind: StationKind;
  readonly label: string;
  readonly names: Names;
  readonly zone: string;
  readonly direction: StationDirection | null;
  readonly status: StationStatus;
  readonly since: number;
  readonly pauseReason: string | null;
  /** Number of the ticket at the station. */
  readonly number: string | null;
  readonly phase: 'called' | 'serving' | null;
  readonly ticketId?: string | null;
  readonly staff?: readonly string[];
  /** Services it can give as it is staffed now. */
  readonly serves?: readonly string[];
  /** Null unless the need at the station takes more than one person. */
  readonly team?: BoardTeam | null;
  /** What `undo` would take back, while it can. */
  readonly undo?: { readonly act: string; readonly until: number } | null | undefined;
  readonly callsBeforeNoShow?: number;
}

export interface BoardTeam {
  /** People at work on the need, the one who works the station first. */
  readonly held: readonly string[];
  /** Declared places that nobody fills, and who could fill each now. */
  readonly missing: readonly { readonly role: Role; readonly skill: string; readonly able: readonly string[] }[];
}

export interface BoardCall {
  readonly number: string;
  readonly counter: string;
  readonly label: string;
  readonly zone: string;
  readonly phase: 'called' | 'serving';
  readonly calledAt: number;
  /** Calls so far for this need: a growing count is a recall. */
  readonly calls: number;
  readonly language: Language;
}

export interface BoardTicket {
  readonly id: string;
  readonly number: string;
  readonly status: TicketStatus;
  readonly segment: string;
  readonly traits: readonly string[];
  readonly channel: string;
  readonly prepared: boolean;
  readonly present: boolean;
  readonly greeted: boolean;
  /** When a greeter last saw to the customer, and who. */
  readonly greetedAt: number | null;
  readonly greetedBy: string | null;
  readonly service: string;
  /** Services still to come after the current one. */
  readonly further: readonly string[];
  readonly line: string | null;
  readonly zone: string | null;
  readonly kind: StationKind | null;
  readonly station: string | null;
  readonly arrivedAt: number;
  readonly needSince: number;
  readonly calls: number;
  /** Tickets before it in its line. */
  readonly ahead: number | null;
  readonly quote: Quote | null;
  readonly slotAt: number | null;
  /** Target wait of the service in this line, ms: the stricter of the two; null where none is declared. */
  readonly targetMs: number | null;
  /** Somebody now at work, free or not, could serve it where it waits. True for who is not waiting. */
  readonly servable: boolean;
  /** Where the greeting policy would send it now; null for who is not waiting. */
  readonly advice: { readonly line: string; readonly kind: StationKind; readonly mode: ModeKind; readonly reason: string } | null;
  /** Kinds of station at which its service is done. */
  readonly ways: readonly StationKind[];
  /** Who stands beside the customer at a device. */
  readonly assistedBy: string | null;
}

export interface BoardPerson {
  readonly id: string;
  readonly label: string;
  readonly role: string;
  readonly present: boolean;
  readonly onBreak: boolean;
  readonly station: string | null;
  readonly ticket: string | null;
  /** Device users the person assists now, and at most. */
  readonly assisting: number;
  readonly assistCapacity: number;
}

/** An elastic rule's question that nobody has answered yet. */
export interface BoardProposal {
  readonly id: string;
  readonly action: 'open' | 'close';
  readonly station: string;
  readonly expiresAt: number;
  /** Waiting in the rule's lines now. */
  readonly waiting: number;
  /** The rule: open from so many, close down to so many, after so long. */
  readonly openAtWaiting: number;
  readonly closeAtWaiting: number;
  readonly holdMs: number;
}
