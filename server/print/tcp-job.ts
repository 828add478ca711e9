import { connect } from 'node:net';
import type { PrinterConfig } from './printer-config.ts';
import { askPaper, replyReader } from './printer-replies.ts';
import type { Timers } from './timers.ts';

/** How one try ended. `sent`: bytes of the slip had left, so it may be on paper. */
export type JobEnd =
  | { readonly kind: 'printed'; readonly paperLow: boolean }
  | { readonly kind: 'failed'; readonly why: 'unreachable' | 'slow' | 'paper-out' | 'broken'; readonly sent: boolean };

export interface Job {
  readonly config: PrinterConfig;
  /** The slip; null only asks how the printer is, which it must be able to answer. */
  readonly bytes: Uint8Array | null;
  readonly timers: Timers;
  /** Hangs up, whatever the printer is at. */
  readonly signal: AbortSignal;
  /** The slip is sent and the printer is held up; the job goes on waiting, since sending again would print it twice. */
  readonly onHeld: (by: 'slow' | 'paper-out') => void;
}

/** How long a printer may take to hang up after its last slip before we do. */
export const hangUpMs = 1_000;

/**
 * One slip over one connection, as printers expect: most serve one at a time, so a kiosk must not sit on it. Never rejects.
 * Steps: connect; ask for paper (a silent or empty printer gets no byte of the slip); send; wait for the proof that it is done.
 */
export function runJob({ config, bytes, timers, signal, onHeld }: Job): Promise<JobEnd> {
  return new Promise((resolve) => {
    const socket = connect({ host: config.host, port: config.port, noDelay: true });
    const read = replyReader();
    let step: 'connecting' | 'asking' | 'printing' | 'over' = 'connecting';
    let taken = false;
    let paperLow = false;
    let heldBy: 'slow' | 'paper-out' = 'slow';
    let cancelTimer = timers.after(config.connectTimeoutMs, () => fail('unreachable'));

    const next = (to: typeof step, waitMs: number, late: () => void): void => {
      cancelTimer();
      step = to;
      cancelTimer = timers.after(waitMs, late);
    };
    const fail = (why: Extract<JobEnd, { kind: 'failed' }>['why']): void => {
      if (step === 'over') return;
      const sent = step === 'printing';
      cancelTimer();
      step = 'over';
      signal.removeEventListener('abort', abort);
      // A reset lets the printer's side throw away what it has not read, so that a later copy is less often a second one.
      if (socket.connecting || socket.destroyed) socket.destroy();
      else socket.resetAndDestroy();
      resolve({ kind: 'failed', why, sent });
    };
    const succeed = (): void => {
      next('over', hangUpMs, () => socket.destroy());
      signal.removeEventListener('abort', abort);
      // The next connection finds the printer free only when this one is gone.
      socket.once('close', () => {
        cancelTimer();
        resolve({ kind: 'printed', paperLow });
      });
      socket.end();
    };
    const abort = (): void => fail(step === 'connecting' ? 'unreachable' : heldBy);
    const send = (): void => {
      if (bytes === null) {
        succeed();
        return;
      }
      next('printing', config.slowAfterMs, () => {
        onHeld(heldBy);
        askAgain();
      });
      const done = (): void => {
        taken = true;
      };
      if (config.answers) socket.write(bytes, done);
      else socket.end(bytes, done);
    };

    // The paper may have run out in the middle of the slip; the sensor answers past what waits in the printer.
    const askAgain = (): void => {
      if (!config.answers) return;
      socket.write(askPaper);
      next('printing', config.slowAfterMs, askAgain);
    };

    signal.addEventListener('abort', abort);
    socket.on('connect', () => {
      if (!config.answers) return send();
      next('asking', config.slowAfterMs, () => fail('slow'));
      socket.write(askPaper);
    });
    socket.on('data', (data) => {
      for (const reply of read(data)) {
        if (step === 'asking' && reply.to === 'sensor') {
          if (reply.paperOut) return fail('paper-out');
          paperLow = reply.paperLow;
          send();
        } else if (step === 'printing' && config.answers && reply.to === 'done' && taken) {
          paperLow ||= reply.paperLow;
          return succeed();
        } else if (step === 'printing' && reply.to === 'sensor') {
          heldBy = reply.paperOut ? 'paper-out' : 'slow';
          onHeld(heldBy);
        }
      }
    });
    // Emitted when the printer hangs up first: after the whole slip that is a one-way printer's way to say done.
    socket.on('end', () => {
      if (step === 'printing' && !config.answers && taken) succeed();
    });
    // Always followed by `close`.
    socket.on('error', () => {});
    socket.on('close', () => fail(step === 'printing' ? 'broken' : 'unreachable'));
    if (signal.aborted) abort();
  });
}
