import type { Role } from './roles.ts';

const desk: readonly Role[] = ['teller', 'advisor', 'manager', 'admin'];
const floor: readonly Role[] = ['greeter', 'manager', 'admin'];
const lead: readonly Role[] = ['manager', 'admin'];
const staff: readonly Role[] = ['teller', 'advisor', 'greeter', 'manager', 'planner', 'admin'];

/**
 * Who may call which route, as data. What is not listed is refused: a route without an entry does not compile, and at run
 * time an unknown id has no roles. `everyone` needs no token.
 */
export const roleTable = {
  'tickets.issue': ['kiosk', ...floor],
  'tickets.read': floor,
  'tickets.places': floor,
  'tickets.route': floor,
  'tickets.greet': floor,
  'tickets.transfer': floor,
  'tickets.abandon': ['ticket', ...floor],
  // A kiosk takes back the twin of a ticket that it had to give offline (guarded by the reason).
  'tickets.void': ['kiosk', ...floor],
  'tickets.arrive': floor,
  'tickets.explain': staff,
  'counters.open': desk,
  'counters.close': desk,
  'counters.pause': desk,
  'counters.unpause': desk,
  'counters.call-next': desk,
  'counters.call': desk,
  'counters.recall': desk,
  // A greeter starts and ends device use (guarded to devices when the command's turn comes).
  'counters.start': [...desk, 'greeter'],
  'counters.finish': [...desk, 'greeter'],
  'counters.ready': desk,
  'counters.no-show': desk,
  'counters.park': desk,
  'counters.resume': desk,
  'counters.transfer': desk,
  'counters.undo': desk,
  'counters.join-team': desk,
  'counters.leave-team': desk,
  // Staff act for themselves; a manager for anybody (guarded by the token's person).
  'staff.join': ['teller', 'advisor', ...floor],
  'staff.leave': ['teller', 'advisor', ...floor],
  'staff.break-start': ['teller', 'advisor', ...floor],
  'staff.break-end': ['teller', 'advisor', ...floor],
  'appointments.book': floor,
  'appointments.change': floor,
  'appointments.cancel': floor,
  'number-blocks.lease': ['kiosk', ...lead],
  'number-blocks.return': ['kiosk', ...lead],
  'help.request': ['kiosk', ...floor],
  'help.answer': floor,
  'printer.read': ['kiosk', ...lead],
  'proposals.accept': lead,
  'proposals.decline': lead,
  'strategy.change': lead,
  'rules.change': lead,
  'plan.adopt': lead,
  'config.read': ['manager', 'planner', 'admin'],
  'config.change': ['admin'],
  'board.read': ['kiosk', 'display', ...staff],
  'events.read': staff,
  'events.explain': staff,
  'export.read': ['planner', ...lead],
  'contacts.erase': floor,
  'tokens.list': ['admin'],
  'tokens.create': ['admin'],
  'tokens.revoke': ['admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type RouteId = keyof typeof roleTable;

/** Default deny. */
export const mayCall = (role: Role, route: string): boolean =>
  (roleTable as Readonly<Record<string, readonly Role[]>>)[route]?.includes(role) ?? false;
