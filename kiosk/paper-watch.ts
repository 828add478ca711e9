import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CommandClient } from '../display/ui/live/command-client.ts';

/** `unknown`: not heard yet; `none`: no printer stands here; `trouble`: there may be no paper. */
export type Paper = 'unknown' | 'none' | 'printing' | 'trouble';

const askMs = 1_000;

/** Watches this kiosk's printer while a ticket is shown, so that the screen is honest about paper. */
export class PaperWatch implements ReactiveController {
  paper: Paper = 'unknown';
  readonly #host: ReactiveControllerHost;
  readonly #client: CommandClient | null;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(host: ReactiveControllerHost, client: CommandClient | null) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostConnected(): void {}
  hostDisconnected(): void {
    this.stop();
  }

  /** From when a ticket has been issued. */
  start(): void {
    this.stop();
    void this.#ask();
    this.#timer = setInterval(() => void this.#ask(), askMs);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.paper = 'unknown';
  }

  async #ask(): Promise<void> {
    const reply = await this.#client?.get('/printer', { patienceMs: askMs });
    if (this.#timer === null || !reply?.ok) return;
    const printer = reply.body.printer as { readonly code: string } | null;
    const paper = printer === null ? 'none' : printer.code === 'ok' ? 'printing' : 'trouble';
    if (paper === 'none') this.stop();
    if (paper === this.paper) return;
    this.paper = paper;
    this.#host.requestUpdate();
  }
}
