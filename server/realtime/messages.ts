import type { Board } from '../../simulator/lobby/board/board.ts';
import type { Names } from '../../simulator/lobby/branch/names.ts';
import type { EventType, LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { InputProblem } from '../http/error-answer.ts';
import type { PrinterNews } from '../print/printers.ts';

/** An event as public screens hear it: tickets by number, never by id. */
export interface PublicEvent {
  readonly seq: number;
  readonly at: number;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/** On joining, and after each commit. `snapshot`: the board stands alone, what led to it is not all told. */
export interface LobbyMessage {
  readonly seq: number;
  readonly board: Board;
  readonly events: readonly (PublicEvent | LobbyEvent)[];
  readonly snapshot: boolean;
}

export interface ServerToScreen {
  lobby: (message: LobbyMessage) => void;
  /** For staff, on joining and when it changes: how the branch's printers are. It is no part of the journal. */
  printers: (printers: readonly PrinterNews[]) => void;
  /** `build` names the screens being served; a screen that hears another than it began with loads itself anew. */
  heartbeat: (beat: { readonly at: number; readonly seq: number; readonly build: string }) => void;
  refused: (why: { readonly code: string; readonly message: Names; readonly problems?: readonly InputProblem[] }) => void;
}

/** Screens say nothing over the socket: commands go over HTTP, with their keys. */
export type ScreenToServer = Record<string, never>;
