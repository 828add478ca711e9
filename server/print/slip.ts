import { bandText, waitBand } from '../../simulator/lobby/board/wait-band.ts';
import type { Branch } from '../../simulator/lobby/branch/branch.ts';
import { catalogueOf } from '../../simulator/lobby/branch/catalogue.ts';
import { type Language, nameIn, secondLanguage } from '../../simulator/lobby/branch/language.ts';
import type { Names } from '../../simulator/lobby/branch/names.ts';
import { wallAt } from '../branches/day/zone-time.ts';
import type { TicketView } from '../branches/ticket-view.ts';
import { type SlipWords, slipWords } from './slip-words.ts';

/** One thing said twice: in the customer's language, then in the second. */
export type Said = readonly [first: string, second: string];

/** 小票: what is on a paper ticket. Codes have become names; how it looks is the layout's business. */
export interface Slip {
  readonly number: string;
  readonly branch: Said;
  /** Wall time of the branch, "2026-03-02 09:05". */
  readonly issuedAt: string;
  readonly yourNumber: Said;
  readonly services: readonly Said[];
  /** Null when the ticket does not wait in a line. */
  readonly ahead: Said | null;
  /** Null when nothing was promised. */
  readonly band: Said | null;
  readonly goTo: Said;
  readonly bring: Said;
  /** What to have ready, each thing once. */
  readonly documents: readonly Said[];
  /** The phone page of the ticket; null when the branch offers none. */
  readonly link: URL | null;
  readonly scan: Said;
  readonly comeBack: Said;
  /** Stands on a further copy of a slip that may already be on paper. */
  readonly again: Said;
}

/** What a slip needs of a ticket, as it was issued. */
export type SlipTicket = Pick<TicketView, 'number' | 'language' | 'services' | 'zone' | 'ahead' | 'quote' | 'arrivedAt'>;

/** The slip of a ticket just issued. Pure: it says what the answer to the kiosk says. */
export function slipOf(branch: Branch, ticket: SlipTicket, link: URL | null): Slip {
  const order = [ticket.language, secondLanguage(ticket.language)] as const;
  const say = (words: (say: SlipWords, language: Language) => string): Said => [
    words(slipWords[order[0]], order[0]),
    words(slipWords[order[1]], order[1]),
  ];
  const named = (names: Names): Said => say((_, language) => nameIn(language, names));
  const services = ticket.services.flatMap((id) => catalogueOf(branch).services.get(id) ?? []);
  const zone = branch.zones.find(({ id }) => id === ticket.zone);
  const { ahead, quote } = ticket;
  return {
    number: ticket.number,
    branch: named(branch.names),
    issuedAt: new Date(wallAt(branch.zone, ticket.arrivedAt)).toISOString().slice(0, 16).replace('T', ' '),
    yourNumber: say((words) => words.yourNumber),
    services: services.map(({ names }) => named(names)),
    ahead: ahead === null ? null : say((words) => words.ahead(ahead)),
    band: quote ? say((words) => words.expected(bandText(waitBand(quote), words.band))) : null,
    goTo: say((words, language) => (zone === undefined ? words.waitHere : words.goTo(nameIn(language, zone.names)))),
    bring: say((words) => words.bring),
    documents: eachOnce(services.flatMap(({ documents }) => documents)).map(named),
    link,
    scan: say((words) => words.scan),
    comeBack: say((words) => words.comeBack),
    again: say((words) => words.again),
  };
}

/** Two services often ask for the same paper. */
const eachOnce = (documents: readonly Names[]): readonly Names[] => [
  ...new Map(documents.map((one) => [JSON.stringify([one.zh, one.en]), one])).values(),
];
