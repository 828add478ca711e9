import type { Branch } from '../branch/branch.ts';
import type { StationKind } from '../branch/place.ts';
import { lineFor } from './line-for.ts';
import type { ModeKind, RouteOption } from './option.ts';
import type { Route, RouteTicket, RouteView } from './policy.ts';
import type { RouteReason } from './reason.ts';

export const kindOf = (mode: ModeKind): StationKind => (mode === 'assisted-device' ? 'device' : mode);

/** The ways a service can be done for a segment, in the service's order: those with a station that gives it and a line that takes it. */
export function optionsFor(branch: Branch, service: string, segment: string): readonly RouteOption[] {
  const serviceAt = branch.services.findIndex((candidate) => candidate.id === service);
  return (branch.services[serviceAt]?.modes ?? []).flatMap(({ at: mode, typicalWorkMs }) => {
    const kind = kindOf(mode);
    const given = branch.stations.some((station) => station.kind === kind && (station.services?.includes(service) ?? true));
    const lineAt = given ? lineFor(branch, service, segment, kind) : -1;
    const line = branch.lines[lineAt];
    return line ? [{ service, serviceAt, mode, kind, line: line.id, lineAt, zone: line.zone, typicalWorkMs }] : [];
  });
}

/** Servers of an option now. At an assisted device a device and a place of assistance are needed, so the scarcer counts. */
export const openServers = (option: RouteOption, view: RouteView): number =>
  option.mode === 'assisted-device' ? Math.min(view.open(option), view.assistPlaces()) : view.open(option);

export const routeTo = ({ kind, mode, line, zone }: RouteOption, reason: RouteReason): Route => ({
  kind,
  mode,
  line,
  zone,
  reason,
});

/** Whatever a policy prepares for each service and segment of a branch, made once so that routing allocates nothing. */
export function prepare<T>(branch: Branch, make: (options: readonly RouteOption[]) => T): (ticket: RouteTicket) => T | undefined {
  const prepared = new Map(
    branch.services.map((service) => [
      service.id,
      new Map(branch.segments.map((segment) => [segment.code, make(optionsFor(branch, service.id, segment.code))])),
    ]),
  );
  return (ticket) => prepared.get(ticket.service)?.get(ticket.segment);
}
