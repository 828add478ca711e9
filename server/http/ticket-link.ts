/**
 * The phone page of a ticket, for paper and QR codes. Only an origin that the operator configured is written on them, never
 * what a request says its host is.
 */
export const ticketLink = (origin: string | null, branch: string, ticket: string): URL | null =>
  origin === null ? null : new URL(`/t/${encodeURIComponent(ticket)}?branch=${encodeURIComponent(branch)}`, origin);
