import { stationOf } from '../../simulator/lobby/held-staff.ts';
import type { Floor } from './floor.ts';

/**
 * The drill is over: its customers leave, its people close what they have open and go. Guests stay where they are, and so does whatever
 * real people work.
 */
export async function goHome({ branch, buttons, crowd, real }: Floor): Promise<void> {
  const press = buttons.press.bind(buttons);
  const mine = branch.stations.filter(({ id }) => !real.have(id));
  const ours = new Set(crowd.tickets);
  for (const { id: station } of mine) {
    const ticket = buttons.state.tickets.get(buttons.state.stations.get(station)?.ticket ?? '');
    if (ticket === undefined) continue;
    // A guest at a counter that nobody will work from now on waits again, where they stood.
    if (!ours.has(ticket.id)) await press({ type: 'transfer', station, line: ticket.place!.line });
    else if (ticket.status === 'called') await press({ type: 'no-show', station });
    else await press({ type: 'finish', station, outcome: 'done' });
  }
  for (const ticket of ours) await press({ type: 'void', ticket, reason: 'system' });
  for (const { id: station, kind } of mine) {
    const status = buttons.state.stations.get(station)?.status;
    if (kind !== 'device' && status !== undefined && status !== 'closed') await press({ type: 'close', station });
  }
  for (const { id: person } of branch.staff) {
    const at = stationOf(buttons.state, person);
    const stays = real.are(person) || (at !== null && real.have(at));
    if (buttons.state.staff.has(person) && !stays) await press({ type: 'staff-leave', person });
  }
}
