import type { DataOf } from '../journal/event.ts';
import type { LobbyState } from '../state.ts';
import { changeStation, stationIn, withEntry } from './change.ts';

export const stationOpened = (state: LobbyState, data: DataOf<'station-opened'>): LobbyState =>
  changeStation(state, stationIn(state, data.station), { status: 'ready', staff: data.staff, pauseReason: null });

export const stationPaused = (state: LobbyState, data: DataOf<'station-paused'>): LobbyState =>
  changeStation(state, stationIn(state, data.station), { status: 'paused', pauseReason: data.reason });

export const stationReady = (state: LobbyState, data: DataOf<'station-ready'>): LobbyState =>
  changeStation(state, stationIn(state, data.station), { status: 'ready', pauseReason: null });

export const stationClosed = (state: LobbyState, data: DataOf<'station-closed'>): LobbyState =>
  changeStation(state, stationIn(state, data.station), { status: 'closed', staff: [], pauseReason: null });

export const staffJoined = (state: LobbyState, data: DataOf<'staff-joined'>): LobbyState => ({
  ...state,
  staff: withEntry(state.staff, data.person, {
    person: data.person,
    role: data.role,
    skills: data.skills,
    assistCapacity: data.assistCapacity,
    onBreak: false,
    since: state.at,
  }),
});

export const staffLeft = (state: LobbyState, data: DataOf<'staff-left'>): LobbyState => ({
  ...state,
  staff: withEntry(state.staff, data.person, undefined),
});

export function breakChanged(state: LobbyState, person: string, onBreak: boolean): LobbyState {
  const known = state.staff.get(person);
  if (!known) throw new Error(`event ${state.seq}: ${person} is not present`);
  return { ...state, staff: withEntry(state.staff, person, { ...known, onBreak, since: state.at }) };
}

/** A ticket sent elsewhere leaves its station in wrap-up. */
export const leaveStation = (state: LobbyState, station: string | null): LobbyState =>
  station === null ? state : changeStation(state, stationIn(state, station), { status: 'wrap-up', ticket: null });
