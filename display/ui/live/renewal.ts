import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LobbyConnection } from './lobby-connection.ts';

/** Where the page before this one left off, for the moment between the two. */
const leftOff = 'tingtang left off';
/** A page that was away longer is a new one: it does not announce what is long past. */
const handoverMs = 60_000;

/** The seq to go on from, when this page takes over from one that has just renewed itself; null for a page newly opened. */
export function takeOver(nowMs: number = Date.now()): number | null {
  try {
    const kept = sessionStorage.getItem(leftOff);
    sessionStorage.removeItem(leftOff);
    const { seq, at } = JSON.parse(kept ?? '{}') as { seq?: number; at?: number };
    return seq !== undefined && at !== undefined && Math.abs(nowMs - at) < handoverMs ? seq : null;
  } catch {
    // No storage here: the page then begins anew.
    return null;
  }
}

/** A page that people touch is left alone this long after the last touch: nobody loses a form, or a ticket that still shows. */
const untouchedMs = 120_000;

function touchedLately(): () => boolean {
  let lastMs = performance.now();
  const touched = (): void => {
    lastMs = performance.now();
  };
  for (const sign of ['pointerdown', 'keydown', 'wheel']) addEventListener(sign, touched, { passive: true, capture: true });
  return () => performance.now() - lastMs < untouchedMs;
}

/** A screen that runs for months loads itself anew when the server was upgraded, as soon as nothing would be interrupted, and misses nothing meanwhile. */
export class Renewal implements ReactiveController {
  readonly #connection: LobbyConnection;
  readonly #busy: () => boolean;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(host: ReactiveControllerHost, connection: LobbyConnection, busy: () => boolean = touchedLately()) {
    this.#connection = connection;
    this.#busy = busy;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#look(), 1_000);
  }
  hostDisconnected(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  #look(): void {
    const { outdated, link, lastSeq } = this.#connection;
    // Only while the server is heard: a reload during an outage would leave an empty screen.
    if (!outdated || link !== 'live' || this.#busy()) return;
    try {
      sessionStorage.setItem(leftOff, JSON.stringify({ seq: lastSeq, at: Date.now() }));
    } catch {
      // As above.
    }
    location.reload();
  }
}
