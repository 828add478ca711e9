import type { ModeKind, Role } from '../../lobby/branch/service.ts';
import type { Visit } from '../clean/visit.ts';
import type { LogNames } from './namer.ts';

/** Done at a kind of place at less than this share, or so few times: a slip of the records. */
const slipShare = 0.05;
const fewDone = 5;
const mostDevices = 50;

/** Where services were done, for people. */
export interface PlaceSummary {
  readonly service: string;
  readonly at: readonly { readonly kind: ModeKind; readonly count: number; readonly share: number }[];
}

/** Who leads a service there; nobody at a device. */
export const leadAt = (kind: ModeKind): Role | null =>
  kind === 'device' ? null : kind === 'assisted-device' ? 'greeter' : kind === 'counter' ? 'teller' : 'advisor';

/** Where services of a history were done: at counters, where the records do not tell. */
export class PlacesSeen {
  /** Some record tells a kind of place. */
  told = false;
  /** By the records' word for the service, later by its code. */
  private services = new Map<string, Map<ModeKind, number>>();
  private readonly servers = new Map<string, Map<ModeKind, number>>();
  /** Devices by the word for the station, and all names that devices go by. */
  private readonly stations = new Set<string>();
  private readonly devices = new Set<string>();

  add({ after, outcome, place, server, service, station }: Visit): void {
    // Whom a device failed goes to people: they had chosen the device.
    if (outcome !== 'served' || after?.sentOn === 'device-failed') return;
    if (place !== null) this.told = true;
    const kind = place ?? 'counter';
    count(this.services, service ?? '', kind);
    if (kind === 'device') {
      this.stations.add(station ?? server ?? '');
      if (server !== null) this.devices.add(server);
    }
    if (kind !== 'device' && server !== null) count(this.servers, server, kind);
  }

  /** Services are called by their codes from now on. */
  name(names: LogNames): void {
    const byCode = new Map<string, Map<ModeKind, number>>();
    for (const [text, at] of this.services)
      for (const [kind, times] of at) count(byCode, names.serviceCode({ service: text === '' ? null : text }), kind, times);
    this.services = byCode;
  }

  /** The places of a service, the usual one first. */
  kindsOf(service: string): readonly ModeKind[] {
    const at = this.services.get(service);
    if (at === undefined) return ['counter'];
    const all = total(at);
    const usual = sorted(at).filter(([, one]) => one >= fewDone && one >= slipShare * all);
    return usual.length > 0 ? usual.map(([kind]) => kind) : [sorted(at)[0]![0]];
  }

  /** Where a server worked most. */
  placeOf(server: string): ModeKind {
    const at = this.servers.get(server);
    return at === undefined ? 'counter' : sorted(at)[0]![0];
  }

  /** Named among those who serve, but a device and nobody's badge. */
  isDevice(server: string): boolean {
    return this.devices.has(server) && !this.servers.has(server);
  }

  get deviceCount(): number {
    return Math.min(mostDevices, Math.max(1, this.stations.size));
  }

  /** Of services that are done at devices and elsewhere: the share done elsewhere; null: there are none. */
  awayFromDevices(): { readonly share: number; readonly count: number; readonly of: number } | null {
    let [elsewhere, all] = [0, 0];
    for (const [service, at] of this.services) {
      const kinds = this.kindsOf(service);
      if (!kinds.includes('device') || kinds.length < 2) continue;
      const own = total(at);
      all += own;
      elsewhere += own - (at.get('device') ?? 0);
    }
    return all === 0 ? null : { share: elsewhere / all, count: elsewhere, of: all };
  }

  summary(): readonly PlaceSummary[] {
    if (!this.told) return [];
    return [...this.services].map(([service, at]) => {
      const all = total(at);
      return { service, at: sorted(at).map(([kind, one]) => ({ kind, count: one, share: one / all })) };
    });
  }

  /** What a model cannot say as the records do. */
  assumed(): string[] {
    const split = [...this.services.keys()].filter(
      (service) => this.kindsOf(service).filter((kind) => kind !== 'device').length > 1,
    );
    return [
      ...(this.told ? [] : ['the records do not say where a service took place: all are done at counters']),
      ...(split.length > 0
        ? [
            `${split.join(', ')}: done at several kinds of place; the model sends customers to the first of them that is open`.slice(
              0,
              300,
            ),
          ]
        : []),
    ];
  }
}

function count(by: Map<string, Map<ModeKind, number>>, key: string, kind: ModeKind, times = 1): void {
  let at = by.get(key);
  if (at === undefined) {
    at = new Map();
    by.set(key, at);
  }
  at.set(kind, (at.get(kind) ?? 0) + times);
}

const total = (at: ReadonlyMap<ModeKind, number>): number => [...at.values()].reduce((sum, one) => sum + one, 0);
const sorted = (at: ReadonlyMap<ModeKind, number>): [ModeKind, number][] => [...at].sort((a, b) => b[1] - a[1]);
