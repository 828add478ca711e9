import type { ReactiveControllerHost } from 'lit';
import { CommandClient } from '../display/ui/live/command-client.ts';
import { Lobby } from '../display/ui/live/lobby.ts';
import { type Pass, readPass } from '../display/ui/live/pass.ts';
import type { Board } from '../simulator/lobby/board/board.ts';
import { HelpCall } from './help-call.ts';
import { type Issuer, LobbyIssuer, ticketPage } from './issuing.ts';
import { IndexedKeep } from './offline/indexed-keep.ts';
import { OfflineDesk } from './offline/offline-desk.ts';
import { SteadyIssuer } from './offline/steady-issuer.ts';
import { isOpen } from './opening.ts';
import { seriesOf } from './series.ts';

/** A kiosk behind its screen: the lobby it follows, its numbers for an outage, and whom it calls for help. */
export class Kiosk {
  readonly lobby: Lobby;
  readonly client: CommandClient;
  readonly help: HelpCall;
  readonly issuer: Issuer;
  readonly #desk: OfflineDesk;

  private constructor(host: ReactiveControllerHost, pass: Pass, zone: string | null) {
    this.client = new CommandClient(pass);
    this.help = new HelpCall(host, this.client, zone);
    this.lobby = new Lobby(host, pass, (news) => this.help.hear(news));
    this.#desk = new OfflineDesk(host, this.lobby, new IndexedKeep(pass.branch), this.client);
    const online = new LobbyIssuer(this.client, ticketPage(location.origin, pass.branch));
    this.issuer = new SteadyIssuer(online, this.#desk, () => this.isAlone);
  }

  /** Null where the address carries no pass. */
  static at(host: ReactiveControllerHost, address: URL): Kiosk | null {
    const pass = readPass(address);
    return pass && new Kiosk(host, pass, address.searchParams.get('zone'));
  }

  /** The branch now, or as last seen before an outage. */
  get board(): Board | null {
    return this.#desk.board;
  }
  now(): number {
    return this.#desk.now();
  }
  /** The lobby is away. */
  get isAlone(): boolean {
    return this.lobby.link === 'stale';
  }
  /** What is shown of queues and waits is right now. */
  get isLive(): boolean {
    return this.lobby.link === 'live';
  }
  /** Numbers could be given without the lobby. */
  get canGive(): boolean {
    return this.board?.services.some(({ id }) => this.left(id) > 0) ?? false;
  }
  /** A number can be had now. */
  get isGiving(): boolean {
    const { board } = this;
    return board === null ? !this.isAlone : isOpen(board, this.now()) && (!this.isAlone || this.canGive);
  }
  /** How many numbers for a service could be given without the lobby. */
  left(service: string): number {
    const series = this.board && seriesOf(this.board, { services: [service], segment: null });
    return series === null ? 0 : this.#desk.left(series);
  }
  /** Numbers that the lobby would not take after an outage. */
  get stranded(): readonly string[] {
    return this.#desk.kept.stranded;
  }
}
