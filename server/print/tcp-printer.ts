import { slipBytes } from './escpos.ts';
import {
  type NotPrintedReason,
  type Printer,
  type PrinterCode,
  type PrinterStatus,
  printerMessages,
  type SlipOutcome,
} from './printer.ts';
import type { PrinterConfig } from './printer-config.ts';
import type { Slip } from './slip.ts';
import { type Job, type JobEnd, runJob } from './tcp-job.ts';
import { systemTimers, type Timers } from './timers.ts';

/** What a printer tells, and its time. */
export interface PrinterPorts {
  readonly timers?: Timers;
  /** Once for every slip given to `print`. */
  readonly onOutcome?: (outcome: SlipOutcome) => void;
  /** When the code or `paperLow` has changed. */
  readonly onStatus?: (status: PrinterStatus) => void;
}

interface Waiting {
  readonly slip: Slip;
  readonly cancelDue: () => void;
  /** Tries that failed after bytes of it had left: as many copies may be on paper. */
  sent: number;
  due: boolean;
}

/** Numbers kept for the staff to see. */
const keptNotPrinted = 20;
/** A printer that breaks off after every slip must not eat the roll: after this many sendings a slip is given up. */
const mostSendings = 3;
/** A printer out of order that has nothing to print is asked this often whether somebody has mended it: staff see at once that it is. */
const askEveryMs = 10_000;
/** What a slip under way is given to end in when the service stops. */
const closingMs = 2_000;

/** A printer at a configured address: raw TCP, usually port 9100. */
export function makePrinter(config: PrinterConfig, ports: PrinterPorts = {}): Printer {
  return new TcpPrinter(config, ports);
}

class TcpPrinter implements Printer {
  readonly #config: PrinterConfig;
  readonly #ports: PrinterPorts;
  readonly #timers: Timers;
  readonly #queue: Waiting[] = [];
  #notPrinted: readonly string[] = [];
  #condition: Exclude<PrinterCode, 'queue-full'> = 'ok';
  #paperLow = false;
  #told = 'ok false';
  #underWay: { readonly item: Waiting; readonly hangUp: AbortController } | null = null;
  #wake: (() => void) | null = null;
  #working: Promise<void> | null = null;
  #cancelAsking: () => void = () => {};
  readonly #asking = new AbortController();
  #closing = false;

  constructor(config: PrinterConfig, ports: PrinterPorts) {
    this.#config = config;
    this.#ports = ports;
    this.#timers = ports.timers ?? systemTimers;
  }

  print(slip: Slip): void {
    if (this.#closing) {
      this.#giveUp({ slip, cancelDue: () => {}, sent: 0, due: false }, 'closing');
      return;
    }
    if (this.#queue.length >= this.#config.queueLimit) {
      // The newest customer still stands at the kiosk; the oldest has long read the number from the screen.
      const oldest = this.#queue.find((item) => item !== this.#underWay?.item)!;
      this.#remove(oldest);
      this.#giveUp(oldest, 'queue-full');
    }
    const item: Waiting = {
      slip,
      cancelDue: this.#timers.after(this.#config.giveUpAfterMs, () => this.#whenDue(item)),
      sent: 0,
      due: false,
    };
    this.#queue.push(item);
    this.#cancelAsking();
    this.#working ??= this.#work();
    this.#tell();
  }

  status(): PrinterStatus {
    const waiting = this.#queue.length;
    const code = waiting >= this.#config.queueLimit ? 'queue-full' : this.#condition;
    return { code, message: printerMessages[code], paperLow: this.#paperLow, waiting, notPrinted: this.#notPrinted };
  }

  async close(): Promise<void> {
    if (!this.#closing) {
      this.#closing = true;
      this.#cancelAsking();
      this.#asking.abort();
      for (const item of this.#queue.filter((one) => one !== this.#underWay?.item)) {
        this.#remove(item);
        this.#giveUp(item, 'closing');
      }
      this.#wake?.();
    }
    const cancel = this.#timers.after(closingMs, () => this.#underWay?.hangUp.abort());
    await this.#working;
    cancel();
  }

  /** Works until the queue is empty: one slip after another, a failed one again after a pause. */
  async #work(): Promise<void> {
    let failures = 0;
    // Lets `print` return before any work is done.
    await Promise.resolve();
    for (let item = this.#queue[0]; item !== undefined; item = this.#queue[0]) {
      const end = await this.#try(item);
      if (end === null) continue;
      this.#condition = end.kind === 'printed' ? 'ok' : end.why;
      if (end.kind === 'printed') {
        failures = 0;
        this.#paperLow = end.paperLow;
        this.#remove(item);
        this.#ports.onOutcome?.({ slip: item.slip, result: 'printed', reprint: item.sent > 0 });
      } else {
        failures += 1;
        if (end.sent) item.sent += 1;
        if (item.due || this.#closing || item.sent === mostSendings) {
          this.#remove(item);
          this.#giveUp(item, this.#closing ? 'closing' : end.why);
        }
      }
      if (this.#queue.length === 0) break;
      const rest = end.kind === 'printed' ? null : this.#rest(failures);
      this.#tell();
      await rest;
    }
    this.#working = null;
    this.#tell();
    this.#askSoon();
  }

  /** Without a slip nobody would learn that the paper was changed; a one-way printer has no way to say so. */
  #askSoon(): void {
    if (this.#condition === 'ok' || this.#closing || !this.#config.answers) return;
    this.#cancelAsking = this.#timers.after(askEveryMs, () => {
      this.#working ??= this.#askHowItIs();
    });
  }

  async #askHowItIs(): Promise<void> {
    const { signal } = this.#asking;
    const end = await runJob({ config: this.#config, bytes: null, timers: this.#timers, signal, onHeld: () => {} });
    if (this.#closing) return;
    this.#condition = end.kind === 'printed' ? 'ok' : end.why;
    if (end.kind === 'printed') this.#paperLow = end.paperLow;
    // A slip that came meanwhile waits for this.
    if (this.#queue.length > 0) return this.#work();
    this.#working = null;
    this.#tell();
    this.#askSoon();
  }

  /** One try at a slip; null when it could not even be laid out. */
  async #try(item: Waiting): Promise<JobEnd | null> {
    const hangUp = new AbortController();
    this.#underWay = { item, hangUp };
    try {
      const bytes = slipBytes(item.slip, this.#config, item.sent > 0 ? 'again' : 'first');
      const onHeld: Job['onHeld'] = (by) => {
        this.#condition = by;
        this.#tell();
      };
      return await runJob({ config: this.#config, bytes, timers: this.#timers, signal: hangUp.signal, onHeld });
    } catch (error) {
      // A defect of ours, told to the log; it must not stop the slips behind it, nor the service.
      this.#remove(item);
      this.#giveUp(item, 'unprintable', error);
      return null;
    } finally {
      this.#underWay = null;
    }
  }

  #rest(failures: number): Promise<void> {
    const { retryFirstMs, retryMostMs } = this.#config;
    return new Promise((resolve) => {
      const wake = (): void => {
        cancel();
        this.#wake = null;
        resolve();
      };
      const cancel = this.#timers.after(Math.min(retryMostMs, retryFirstMs * 2 ** Math.min(failures - 1, 20)), wake);
      this.#wake = wake;
    });
  }

  #whenDue(item: Waiting): void {
    item.due = true;
    if (this.#underWay?.item === item) {
      this.#underWay.hangUp.abort();
      return;
    }
    this.#remove(item);
    // The printer is in order and only the slips before this one took too long.
    this.#giveUp(item, this.#condition === 'ok' ? 'slow' : this.#condition);
    this.#tell();
  }

  #remove(item: Waiting): void {
    item.cancelDue();
    const at = this.#queue.indexOf(item);
    if (at >= 0) this.#queue.splice(at, 1);
  }

  #giveUp({ slip, sent }: Waiting, reason: NotPrintedReason, error?: unknown): void {
    this.#notPrinted = [...this.#notPrinted, slip.number].slice(-keptNotPrinted);
    this.#ports.onOutcome?.({
      slip,
      result: 'not-printed',
      reason,
      maybeOnPaper: sent > 0,
      ...(error === undefined ? {} : { error }),
    });
  }

  #tell(): void {
    const status = this.status();
    const told = `${status.code} ${status.paperLow}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#ports.onStatus?.(status);
  }
}
