import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CommandClient } from '../display/ui/live/command-client.ts';
import type { LobbyNews } from '../display/ui/live/message.ts';

/** `asking`: not known yet whether it has arrived; `asked`: greeters see it; `coming`: one has answered; `unheard`: the lobby is away. */
export type HelpState = 'none' | 'asking' | 'asked' | 'coming' | 'unheard';

/** 请人帮助: calls a greeter to this kiosk and tells the customer what became of it. */
export class HelpCall implements ReactiveController {
  state: HelpState = 'none';
  readonly #host: ReactiveControllerHost;
  readonly #client: CommandClient | null;
  /** Where this kiosk stands, where its address says so. */
  readonly #zone: string | null;
  #id: string | null = null;
  #isOpen = false;

  constructor(host: ReactiveControllerHost, client: CommandClient | null, zone: string | null) {
    this.#host = host;
    this.#client = client;
    this.#zone = zone;
    host.addController(this);
  }

  hostConnected(): void {}

  async ask(): Promise<void> {
    if (this.#client === null || this.state === 'asking') return;
    this.#isOpen = true;
    this.#become('asking');
    const reply = await this.#client.post('/help', this.#zone === null ? {} : { zone: this.#zone }, { patienceMs: 3_000 });
    this.#id = reply.ok ? ((reply.body.help as { id: string } | null)?.id ?? null) : null;
    if (this.#isOpen) this.#become(this.#id === null ? 'unheard' : 'asked');
  }

  /** Hears from the lobby whether somebody is on the way. */
  hear(news: readonly LobbyNews[]): void {
    const isAnswered = news.some(({ type, data }) => type === 'help-answered' && data.help === this.#id);
    if (isAnswered && this.state === 'asked') this.#become('coming');
  }

  /** The customer has read it; the call stands until a greeter answers it. */
  dismiss(): void {
    this.#isOpen = false;
    this.#become('none');
  }

  #become(state: HelpState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
