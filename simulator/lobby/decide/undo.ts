import type { CommandOf } from '../command/command.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { whatBuiltOn } from '../undoable.ts';
import type { Act } from './act.ts';
import { branchOf, stationOfId } from './find.ts';

/** [U1] The last act at a station is taken back, for a short time, while nobody has built on it. */
export function undo(act: Act, command: CommandOf<'undo'>): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const station = stationOfId(act.state, command.station);
  if (isRefusal(station)) return station;
  const point = station.undo;
  if (!point) return refuse('nothing-to-undo', { station: station.id });
  if (act.nowMs - point.at > branch.rules.undoWithinMs)
    return refuse('undo-too-late', { station: station.id, act: point.act, within: branch.rules.undoWithinMs });
  const builtOn = whatBuiltOn(act.state, station, point);
  if (builtOn !== null) return refuse('nothing-to-undo', { station: station.id, act: point.act, since: builtOn });
  act.emit({ type: 'undone', data: { station: station.id, ticket: point.ticket?.id ?? null, to: point.to }, undoes: point.from });
  return null;
}
