import { modeAt } from '../../lobby/ability.ts';
import { modeKinds } from '../../lobby/branch/service.ts';
import type { RouteOption } from '../../lobby/greeting/option.ts';
import { kindOf, optionsFor } from '../../lobby/greeting/options-for.ts';
import type { Route, RouteView } from '../../lobby/greeting/policy.ts';
import type { RouteReason } from '../../lobby/greeting/reason.ts';
import type { Visits } from '../customers/visits.ts';
import type { WaitingLines } from '../customers/waiting-lines.ts';
import type { Way } from '../customers/way.ts';
import type { Floor } from '../floor/floor.ts';
import type { People } from '../staff/people.ts';
import type { Stations } from '../staff/stations.ts';
import { KeptRoutes } from './kept-routes.ts';

/** Traits whose combinations are few enough for a table. */
const mostTraits = 6;

/** Sends needs to lines by the greeting policy. Where a service has one way only, no policy has a choice: it is kept. */
export class RouteMaker {
  declare private readonly floor: Floor;
  declare private readonly visits: Visits;
  /** By service × segments + segment. */
  declare private readonly only: readonly (Way | null)[];
  declare private readonly afterDevice: readonly (Way | null)[];
  private readonly ways = new Map<Route, Way>();
  declare private readonly lineAt: ReadonlyMap<string, number>;
  private readonly traitsOf = new Map<number, readonly string[]>();
  private readonly ticket = { service: '', segment: '', traits: [] as readonly string[] };
  declare private readonly view: RouteView;
  declare private readonly stations: Stations;
  declare private readonly people: People;
  /** By service, segment and traits; null where there are too many traits. */
  declare private readonly kept: KeptRoutes | null;
  /** The policy has looked at what changes with every customer. */
  private looked = false;
  /** Segment and traits of visits: columns of the tape. */
  private segment: Uint8Array = new Uint8Array(0);
  private traits: Uint32Array | null = null;
  /** Say the reason, even where there is no choice. */
  explains = false;

  constructor(floor: Floor, visits: Visits, lines: WaitingLines, stations: Stations, people: People) {
    const { services, segments } = floor.branch;
    this.floor = floor;
    this.visits = visits;
    this.stations = stations;
    this.people = people;
    const { length: traits } = floor.branch.traits;
    this.kept = traits <= mostTraits ? new KeptRoutes((services.length * segments.length) << traits) : null;
    this.lineAt = new Map(floor.branch.lines.map(({ id }, line) => [id, line]));
    const options = services.flatMap(({ id }) => segments.map(({ code }) => optionsFor(floor.branch, id, code)));
    this.only = options.map((all) => (all.length === 1 ? wayOf(all[0]!, 'first-open') : null));
    this.afterDevice = options.map((all) => {
      const way = all.find(({ kind }) => kind !== 'device');
      return way ? wayOf(way, 'needs-help') : null;
    });
    this.view = {
      waiting: (line) => {
        this.looked = true;
        return lines.length(line);
      },
      open: (option: RouteOption) => stations.able(option.serviceAt, option.kind, false),
      ready: (option: RouteOption) => {
        this.looked = true;
        return stations.able(option.serviceAt, option.kind, true);
      },
      assistPlaces: () => people.assistPlaces,
    };
  }

  begin(segment: Uint8Array, traits: Uint32Array | null): void {
    this.segment = segment;
    this.traits = traits;
  }

  /** Where the policy sends a visit for a service now. */
  wayFor(visit: number, service: number): Way {
    const way = this.only[service * this.floor.branch.segments.length + this.segment[visit]!]!;
    return way === null || this.explains ? this.ask(visit, service) : way;
  }

  /** [T8] After a failed device the first way without one; the policy's when there is no other. */
  wayAfterDevice(visit: number, service: number): Way {
    return this.afterDevice[service * this.floor.branch.segments.length + this.segment[visit]!] ?? this.wayFor(visit, service);
  }

  /** Where a visit waits already, as `placeByHand` writes it. */
  wayKept(visit: number): Way {
    const { branch } = this.floor;
    const lineAt = this.visits.line[visit]!;
    const { id: line, zone } = branch.lines[lineAt]!;
    const kind = kindOf(modeKinds[this.visits.mode[visit]!]!);
    const mode = modeAt(branch.services[this.visits.service[visit]!]!, kind)!.at;
    return { kind, mode, line, zone, reason: 'customer-wish', lineAt, modeAt: modeKinds.indexOf(mode) };
  }

  private ask(visit: number, service: number): Way {
    const { kept, people, stations } = this;
    if (kept === null) return this.askPolicy(visit, service);
    const { segments, traits } = this.floor.branch;
    const kind = service * segments.length + this.segment[visit]!;
    const at = (kind << traits.length) + (this.traits === null ? 0 : this.traits[visit]!);
    const known = kept.find(at, stations.turns, people.assistPlaces);
    if (known !== null) return known;
    this.looked = false;
    const way = this.askPolicy(visit, service);
    if (!this.looked) kept.keep(at, way);
    return way;
  }

  private askPolicy(visit: number, service: number): Way {
    const { branch, router } = this.floor;
    this.ticket.service = branch.services[service]!.id;
    this.ticket.segment = branch.segments[this.segment[visit]!]!.code;
    this.ticket.traits = this.traits === null ? [] : this.codes(this.traits[visit]!);
    const route = router(this.ticket, this.view);
    if (route === null)
      throw new Error(`no line for service "${this.ticket.service}", segment "${this.ticket.segment}": the study was not checked`);
    const known = this.ways.get(route);
    if (known) return known;
    const way: Way = { ...route, lineAt: this.lineAt.get(route.line)!, modeAt: modeKinds.indexOf(route.mode) };
    this.ways.set(route, way);
    return way;
  }

  private codes(mask: number): readonly string[] {
    const known = this.traitsOf.get(mask);
    if (known) return known;
    const codes = this.floor.branch.traits.filter((_, bit) => (mask >>> bit) & 1).map(({ code }) => code);
    this.traitsOf.set(mask, codes);
    return codes;
  }
}

const wayOf = ({ kind, mode, line, lineAt, zone }: RouteOption, reason: RouteReason): Way => ({
  kind,
  mode,
  line,
  zone,
  reason,
  lineAt,
  modeAt: modeKinds.indexOf(mode),
});
