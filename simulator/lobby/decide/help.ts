import type { CommandOf } from '../command/command.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Act } from './act.ts';
import { branchOf } from './find.ts';

/** [H1] A device that asks again while its call stands is heard already: no event. */
export function requestHelp(act: Act, command: CommandOf<'request-help'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const { help, device, zone } = command;
  if (zone !== undefined && !branch.zones.some(({ id }) => id === zone))
    return refuse('unknown-zone', { zone, known: branch.zones.map(({ id }) => id) });
  if ([...act.state.help.values()].some((call) => call.device === device)) return null;
  act.emit({ type: 'help-requested', data: { help, device, ...(zone === undefined ? {} : { zone }) } });
  return null;
}

export function answerHelp(act: Act, { help }: CommandOf<'answer-help'>): Refusal | null {
  if (!act.state.help.has(help)) return refuse('unknown-help', { help });
  act.emit({ type: 'help-answered', data: { help } });
  return null;
}
