import type { BranchInput } from '../../lobby/branch/branch.ts';
import type { Names } from '../../lobby/branch/names.ts';
import type { StationKind } from '../../lobby/branch/place.ts';
import type { ModeKind, Role } from '../../lobby/branch/service.ts';
import { clockOfMs } from '../../workload/clock.ts';
import { codesOf, onlySegment, onlyService } from './codes.ts';
import { leadAt } from './places-seen.ts';

export interface BranchFacts {
  readonly id: string;
  readonly names: Names;
  readonly zone: string;
  readonly hours: { readonly fromMs: number; readonly toMs: number };
  /** Texts of the records, most frequent first; empty: none are named. */
  readonly services: readonly string[];
  readonly segments: readonly string[];
  readonly serviceNames: Names | undefined;
  /** How many stations there are of each kind; counters first. */
  readonly stations: ReadonlyMap<ModeKind, number>;
  /** Where a service is done, by its code: the usual kind of place first. */
  readonly modesOf: (service: string) => readonly ModeKind[];
  /** Some customers never go to a device, where others do for the same service. */
  readonly someAvoidDevices: boolean;
  /** From the call to the start, at stations with people. */
  readonly walkMs: number;
  /** Calls before a no-show; null: as usual. */
  readonly callsBeforeNoShow: number | null;
  /** Days of the week on which anybody came; 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Segments, by code, that are called as if they had come so much earlier; none: first come, first served. */
  readonly boosts: ReadonlyMap<string, number>;
  /** Servers of the records by code, with the codes of what they do. */
  readonly staff: readonly { readonly id: string; readonly role: Role; readonly skills: readonly string[] }[];
}

/** A customer who is served by people although a device could do it. */
export const avoidsDevices = 'no-device';

interface KindOfPlace {
  readonly zone: string;
  readonly zoneNames: Names;
  readonly letter: string;
  readonly names: (at: number) => Names;
}
const places: Readonly<Record<ModeKind, KindOfPlace>> = {
  counter: {
    zone: 'hall',
    zoneNames: { zh: '大厅', en: 'Hall' },
    letter: 'C',
    names: (at) => ({ zh: `${at}号窗口`, en: `Counter ${at}` }),
  },
  desk: {
    zone: 'advice',
    zoneNames: { zh: '理财区', en: 'Advice' },
    letter: 'D',
    names: (at) => ({ zh: `${at}号理财台`, en: `Desk ${at}` }),
  },
  room: {
    zone: 'rooms',
    zoneNames: { zh: '洽谈室', en: 'Rooms' },
    letter: 'R',
    names: (at) => ({ zh: `${at}号洽谈室`, en: `Room ${at}` }),
  },
  device: {
    zone: 'devices',
    zoneNames: { zh: '智能设备区', en: 'Devices' },
    letter: 'X',
    names: (at) => ({ zh: `${at}号智能设备`, en: `Device ${at}` }),
  },
  'assisted-device': {
    zone: 'devices',
    zoneNames: { zh: '智能设备区', en: 'Devices' },
    letter: 'X',
    names: (at) => ({ zh: `${at}号智能设备`, en: `Device ${at}` }),
  },
  remote: {
    zone: 'remote',
    zoneNames: { zh: '远程', en: 'Remote' },
    letter: 'V',
    names: (at) => ({ zh: `${at}号远程座席`, en: `Remote ${at}` }),
  },
};

const lineOf = (segment: string, kind: ModeKind): string => `${kind === 'counter' ? 'line' : kind}-${segment}`.slice(0, 40);

/** "A" … "Z", "AA" … "ZZ": the letters that start the numbers of the n-th service. */
const seriesOf = (at: number): string =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));

/** The plainest branch that these records can have come from: one line, first come first served, and every teller what the records show them do. */
export function branchOf(facts: BranchFacts): BranchInput {
  const both = (text: string): Names => ({ zh: text.slice(0, 60), en: text.slice(0, 60) });
  const services =
    facts.services.length > 0
      ? [...codesOf(facts.services, 'S')].map(([text, id]) => ({ id, names: both(text) }))
      : [{ id: onlyService, names: facts.serviceNames ?? { zh: '业务', en: 'Service' } }];
  const segments =
    facts.segments.length > 0
      ? [...codesOf(facts.segments, 'G')].map(([text, code]) => ({ code, names: both(text) }))
      : [{ code: onlySegment, names: { zh: '普通', en: 'Normal' } }];
  const kinds = [...facts.stations.keys()];
  const zones = new Map(kinds.map((kind) => [places[kind].zone, places[kind].zoneNames]));
  const everyone = { zh: '普通队列', en: 'Everyone' };
  return {
    v: 1,
    note: 'Made by fit from records alone: one line, first come first served. Edit it to what the branch is.',
    id: facts.id,
    names: facts.names,
    zone: facts.zone,
    hours: [{ days: [...facts.weekdays], from: clockOfMs(facts.hours.fromMs), to: clockOfMs(facts.hours.toMs) }],
    services: services.map((service, at) => ({
      ...service,
      series: seriesOf(at),
      modes: facts.modesOf(service.id).map((at) => ({ at, team: teamAt(at) })),
    })),
    segments: segments.map((segment) => ({ ...segment, tier: 5 })),
    ...(facts.someAvoidDevices ? { traits: [{ code: avoidsDevices, names: { zh: '不用设备', en: 'Avoids devices' } }] } : {}),
    zones: [...zones].map(([id, names]) => ({
      id,
      names,
      ...(facts.walkMs > 0 && id !== places.device.zone ? { walkMs: facts.walkMs } : {}),
    })),
    lines: kinds.flatMap((kind) => {
      const { zone } = places[kind];
      const here = { zone, kinds: [stationKindOf(kind)] };
      return facts.boosts.size === 0
        ? [{ id: kind === 'counter' ? 'all' : `all-${kind}`, names: everyone, ...here }]
        : segments.map(({ code, names }) => ({ id: lineOf(code, kind), names, ...here, segments: [code] }));
    }),
    stations: [...facts.stations].flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${places[kind].letter}${at + 1}`,
        kind: stationKindOf(kind),
        names: places[kind].names(at + 1),
        label: kind === 'counter' ? `${at + 1}` : `${places[kind].letter}${at + 1}`,
        zone: places[kind].zone,
      })),
    ),
    ...(facts.staff.length > 0
      ? {
          staff: facts.staff.map(({ id, role, skills }) => ({
            id,
            role,
            label: id.slice(0, 12),
            skills: [...skills],
          })),
        }
      : {}),
    rules: {
      calling:
        facts.boosts.size === 0
          ? { id: 'fcfs' }
          : {
              id: 'ageing',
              options: {
                boostMs: Object.fromEntries(
                  kinds.flatMap((kind) => [...facts.boosts].map(([code, ms]) => [lineOf(code, kind), ms])),
                ),
              },
            },
      greeting: facts.someAvoidDevices ? { id: 'device-first', options: { exempt: [avoidsDevices] } } : { id: 'by-need' },
      ...(facts.callsBeforeNoShow === null ? {} : { callsBeforeNoShow: facts.callsBeforeNoShow }),
    },
  };
}

const stationKindOf = (kind: ModeKind): StationKind => (kind === 'assisted-device' ? 'device' : kind);

function teamAt(kind: ModeKind): { role: Role }[] {
  const lead = leadAt(kind);
  return lead === null ? [] : [{ role: lead }];
}
