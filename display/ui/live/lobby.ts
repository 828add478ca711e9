import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import { type Joining, type Link, LobbyConnection, type LobbyListener } from './lobby-connection.ts';
import type { PrinterNews } from './message.ts';
import { Renewal, takeOver } from './renewal.ts';

/** Gives an element the lobby it shows: connected while the element is, drawn anew at each change, loaded anew after an upgrade unless `busy`. */
export class Lobby implements ReactiveController {
  readonly connection: LobbyConnection;

  constructor(
    host: ReactiveControllerHost,
    joining: Joining,
    happened: LobbyListener['happened'] = () => {},
    busy?: () => boolean,
  ) {
    const listener = { changed: () => host.requestUpdate(), happened };
    this.connection = new LobbyConnection(location.origin, joining, listener, () => performance.now(), takeOver());
    host.addController(this);
    new Renewal(host, this.connection, busy);
  }

  get board(): Board | null {
    return this.connection.board;
  }
  /** Ticket printers that need somebody, told to staff only. */
  get troubledPrinters(): readonly PrinterNews[] {
    return this.connection.printers.filter(({ code, paperLow }) => code !== 'ok' || paperLow);
  }
  get link(): Link {
    return this.connection.link;
  }
  /** The server's time, epoch ms. */
  now(): number {
    return this.connection.clock.now();
  }

  hostConnected(): void {
    this.connection.start();
  }
  hostDisconnected(): void {
    this.connection.stop();
  }
}
