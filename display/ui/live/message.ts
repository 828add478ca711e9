import type { Board } from '../../../simulator/lobby/board/board.ts';
import type { Names } from '../../../simulator/lobby/branch/names.ts';
import type { EventType } from '../../../simulator/lobby/journal/event.ts';

/** An event as a socket tells it. To public screens tickets go by `number`, never by id. */
export interface LobbyNews {
  readonly seq: number;
  readonly at: number;
  readonly type: EventType;
  readonly data: Readonly<Record<string, unknown>>;
}

/** `lobby`: after joining and after each commit. */
export interface LobbyMessage {
  readonly seq: number;
  readonly board: Board;
  readonly events: readonly LobbyNews[];
  /** The board stands alone: what happened before it is not told. */
  readonly snapshot: boolean;
}

/** `heartbeat`: every two seconds. `build` names the screens that the server serves; it changes when they were upgraded. */
export interface Heartbeat {
  readonly at: number;
  readonly seq: number;
  readonly build?: string;
}

/** `refused`: said once before the server closes the socket for good. */
export interface RefusedMessage {
  readonly code: string;
  readonly message?: Names;
}

/** `printers`, for staff: how one of the branch's ticket printers is. `code` is `ok`, or what `message` says in words. */
export interface PrinterNews {
  readonly kiosk: string | null;
  readonly names: Names | null;
  readonly code: string;
  readonly message: Names;
  readonly paperLow: boolean;
  readonly since: number;
  /** Numbers of customers who hold no paper. */
  readonly withoutPaper: readonly string[];
}
