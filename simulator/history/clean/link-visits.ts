import type { Visit } from './visit.ts';

/** A need that begins so soon after the end of another under the same ticket is of the same visit. */
const soonMs = 5000;

/**
 * The needs of one visit, put one after another: under the same ticket, a need that arrives when another ends, or at the very time at which the other
 * arrived (some machines write the time of the ticket on every need); where there are no tickets, what arrives elsewhere when a customer was
 * sent on. What comes after waits from the end of what came before. Visits are in order of arrival, and stay so.
 */
export function linkVisits(visits: readonly Visit[]): Visit[] {
  const linked = [...visits];
  const byTicket = new Map<number, number[]>();
  const sent: number[] = [];
  for (const [at, { ticket, sentOn }] of visits.entries()) {
    if (ticket !== null) byTicket.set(ticket, [...(byTicket.get(ticket) ?? []), at]);
    else if (sentOn !== null) sent.push(at);
  }
  for (const places of byTicket.values()) if (places.length > 1) chain(linked, places);
  if (sent.length > 0) follow(linked, sent);
  return linked.sort((a, b) => (a.arrivalMs ?? a.startMs ?? 0) - (b.arrivalMs ?? b.startMs ?? 0));
}

/** Rows of one ticket, in order of what is known of their service. */
function chain(linked: Visit[], places: readonly number[]): void {
  const startOf = ({ arrivalMs, calledMs, endMs, startMs }: Visit): number => startMs ?? calledMs ?? endMs ?? arrivalMs ?? 0;
  const order = [...places].sort((a, b) => startOf(linked[a]!) - startOf(linked[b]!) || a - b);
  for (let at = 1; at < order.length; at++) {
    const before = linked[order[at - 1]!]!;
    const own = linked[order[at]!]!;
    if (before.endMs === null || own.arrivalMs === null || before.outcome !== 'served') continue;
    const atTheEnd = Math.abs(own.arrivalMs - before.endMs) <= soonMs;
    const sameArrival = own.arrivalMs === before.arrivalMs || own.arrivalMs === firstOf(before).arrivalMs;
    if (!atTheEnd && !(sameArrival && startOf(own) >= before.endMs)) continue;
    linked[order[at]!] = atTheEnd ? { ...own, after: before } : waitingFrom(own, before, before.endMs);
  }
}

const firstOf = (visit: Visit): Visit => (visit.after === null ? visit : firstOf(visit.after));

function waitingFrom(own: Visit, before: Visit, fromMs: number): Visit {
  const waitMs = own.waitMs === null ? null : Math.max(0, own.waitMs - (fromMs - own.arrivalMs!));
  return { ...own, arrivalMs: fromMs, waitMs, after: before };
}

/** Without tickets: who was sent on is the next to arrive for something else, within seconds. */
function follow(linked: Visit[], sent: readonly number[]): void {
  for (const at of sent) {
    const before = linked[at]!;
    if (before.endMs === null) continue;
    const next = linked.findIndex(
      (own, place) =>
        place > at &&
        own.after === null &&
        own.arrivalMs !== null &&
        Math.abs(own.arrivalMs - before.endMs!) <= soonMs &&
        (own.service !== before.service || before.sentOn === 'device-failed'),
    );
    if (next >= 0) linked[next] = { ...linked[next]!, after: before };
  }
}
