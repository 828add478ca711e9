import type { LobbyState, TicketStatus } from '../state.ts';

const kept: readonly [TicketStatus, keyof LobbyState['tally']][] = [
  ['waiting', 'waiting'],
  ['called', 'called'],
  ['serving', 'serving'],
  ['parked', 'parked'],
  ['no-show', 'noShow'],
];

/** [I6] The tally balances, and agrees with a fresh count of the tickets in the lobby. */
export function checkBooks({ tally, tickets }: LobbyState, complain: (message: string) => void): void {
  const { issued, waiting, called, serving, parked, done, noShow, abandoned } = tally;
  const sum = waiting + called + serving + parked + done + noShow + abandoned + tally.void;
  if (issued !== sum) complain(`${issued} issued, ${sum} accounted for`);
  const counted = new Map<TicketStatus, number>();
  for (const { status } of tickets.values()) counted.set(status, (counted.get(status) ?? 0) + 1);
  for (const [status, slot] of kept) {
    if ((counted.get(status) ?? 0) !== tally[slot])
      complain(`${tally[slot]} ${status} in the tally, ${counted.get(status) ?? 0} in the lobby`);
  }
}
