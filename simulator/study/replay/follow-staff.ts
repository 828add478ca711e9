import type { Role } from '../../lobby/branch/service.ts';
import type { JournalEntry } from '../../lobby/journal/event.ts';
import { LastBusy } from './last-busy.ts';

/** A stretch in which somebody, or a station alone, was at work. */
export interface Presence {
  readonly station: string;
  /** Null: the station worked with its own skills. */
  readonly person: string | null;
  readonly from: number;
  to: number;
}

interface Pause {
  readonly dueAt: number;
  readonly from: number;
  readonly to: number;
  readonly rest: boolean;
}

export interface StaffFacts {
  readonly joined: ReadonlyMap<string, { readonly role: Role; readonly skills: readonly string[] }>;
  /** By person: from when to when they were in the lobby. */
  readonly attended: ReadonlyMap<string, readonly { readonly from: number; readonly to: number }[]>;
  /** By person, in the order of their customers, ms. */
  readonly turnaroundMs: ReadonlyMap<string, readonly number[]>;
  /** By person: pauses, when each was due, and whether they were breaks. */
  readonly pauses: ReadonlyMap<string, readonly Pause[]>;
  readonly presences: readonly Presence[];
}

/** Follows the staff of some events: who was there, how long between two customers, and away when. */
export function followStaff(events: readonly JournalEntry[], endsAt: number): StaffFacts {
  const joined = new Map<string, { role: Role; skills: readonly string[] }>();
  const attended = new Map<string, { from: number; to: number }[]>();
  const turnaroundMs = new Map<string, number[]>();
  const pauses = new Map<string, Pause[]>();
  const presences: Presence[] = [];
  const open = new Map<string, readonly Presence[]>();
  const finished = new Map<string, { person: string; at: number }>();
  const paused = new Map<string, Omit<Pause, 'to'>>();
  const busy = new LastBusy();
  const serving = new Map<string, string>();

  const push = <T>(into: Map<string, T[]>, key: string, value: T): void => {
    const list = into.get(key);
    if (list) list.push(value);
    else into.set(key, [value]);
  };
  const turnsAround = (station: string, at: number): void => {
    const last = finished.get(station);
    finished.delete(station);
    if (last !== undefined) push(turnaroundMs, last.person, at - last.at);
  };
  const back = (station: string, at: number): void => {
    const pause = paused.get(station);
    paused.delete(station);
    if (pause === undefined) return;
    for (const { person } of open.get(station) ?? []) if (person !== null) push(pauses, person, { ...pause, to: at });
  };

  for (const event of events) {
    const { at, type, data } = event;
    switch (type) {
      case 'staff-joined':
        joined.set(data.person, { role: data.role, skills: data.skills });
        push(attended, data.person, { from: at, to: endsAt });
        break;
      case 'staff-left': {
        const last = attended.get(data.person)?.at(-1);
        if (last) last.to = at;
        break;
      }
      case 'station-opened': {
        const people = data.staff.length > 0 ? data.staff : [null];
        const here = people.map((person): Presence => ({ station: data.station, person, from: at, to: endsAt }));
        presences.push(...here);
        open.set(data.station, here);
        break;
      }
      case 'station-closed':
        turnsAround(data.station, at);
        back(data.station, at);
        for (const presence of open.get(data.station) ?? []) presence.to = at;
        open.delete(data.station);
        break;
      case 'station-ready':
        turnsAround(data.station, at);
        back(data.station, at);
        break;
      case 'station-paused':
        turnsAround(data.station, at);
        paused.set(data.station, {
          dueAt: busy.dueAt(open.get(data.station)?.[0]?.person ?? '', at),
          from: at,
          rest: data.reason === 'break',
        });
        break;
      case 'staff-break-started':
        // The station pauses with it, in the next event.
        for (const [station, here] of open) if (here[0]?.person === data.person) turnsAround(station, at);
        break;
      case 'service-started':
        // Where a station works with its own skills, those who serve are a team from elsewhere.
        if (open.get(data.station)?.[0]?.person === data.staff[0] && data.staff[0] !== undefined)
          serving.set(data.station, data.staff[0]);
        break;
      case 'service-finished':
      case 'transferred': {
        const station = type === 'transferred' ? data.from : data.station;
        const person = station === null ? undefined : serving.get(station);
        if (station === null || person === undefined) break;
        serving.delete(station);
        finished.set(station, { person, at });
        break;
      }
      case 'parked':
        serving.delete(data.station);
        break;
    }
    busy.follow(event);
  }
  return { joined, attended, turnaroundMs, pauses, presences };
}
