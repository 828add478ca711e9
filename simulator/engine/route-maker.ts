import type { RouteOption } from '../lobby/greeting/option.ts';
import { optionsFor } from '../lobby/greeting/options-for.ts';
import type { Route, RouteView } from '../lobby/greeting/policy.ts';
import type { Tape } from '../workload/tape.ts';
import type { Floor } from './floor.ts';
import type { Stations } from './stations.ts';
import type { WaitingLines } from './waiting-lines.ts';

const askPolicy = -1;

/** Sends each arrival to a line by the greeting policy. Where a service has one way only, no policy has a choice: its line is kept. */
export class RouteMaker {
  private readonly floor: Floor;
  private readonly only: Int16Array;
  private readonly lineAt: ReadonlyMap<string, number>;
  private readonly ticket = { service: '', segment: '', traits: [] as readonly string[] };
  private readonly view: RouteView;

  constructor(floor: Floor, lines: WaitingLines, stations: Stations) {
    const { services, segments } = floor.branch;
    this.floor = floor;
    this.lineAt = new Map(floor.branch.lines.map(({ id }, line) => [id, line]));
    this.only = Int16Array.from({ length: services.length * segments.length }, (_, at) => {
      const options = optionsFor(
        floor.branch,
        services[Math.floor(at / segments.length)]!.id,
        segments[at % segments.length]!.code,
      );
      return options.length === 1 ? options[0]!.lineAt : askPolicy;
    });
    this.view = {
      waiting: (line) => lines.length(line),
      open: (option: RouteOption) => stations.able(option.serviceAt, option.kind, false),
      ready: (option: RouteOption) => stations.able(option.serviceAt, option.kind, true),
      assistPlaces: () => 0,
    };
  }

  lineOf(tape: Tape, visit: number): number {
    const service = tape.service[visit]!;
    const segment = tape.segment[visit]!;
    const line = this.only[service * this.floor.branch.segments.length + segment]!;
    return line === askPolicy ? this.ask(service, segment) : line;
  }

  private ask(service: number, segment: number): number {
    const { branch, router } = this.floor;
    this.ticket.service = branch.services[service]!.id;
    this.ticket.segment = branch.segments[segment]!.code;
    const route: Route | null = router(this.ticket, this.view);
    if (route === null)
      throw new Error(`no line for service "${this.ticket.service}", segment "${this.ticket.segment}": the study was not checked`);
    return this.lineAt.get(route.line)!;
  }
}
