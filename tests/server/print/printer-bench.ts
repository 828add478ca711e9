import { afterEach } from 'vitest';
import type { Printer, PrinterStatus, SlipOutcome } from '../../../server/print/printer.ts';
import { type PrinterConfig, type PrinterConfigInput, printerConfigSchema } from '../../../server/print/printer-config.ts';
import { hangUpMs } from '../../../server/print/tcp-job.ts';
import { makePrinter } from '../../../server/print/tcp-printer.ts';
import type { Timers } from '../../../server/print/timers.ts';
import { HandTimers } from './hand-timers.ts';
import { Mailbox } from './mailbox.ts';
import { readPaper } from './paper-head.ts';
import { type Manner, Sink } from './sink.ts';
import { slipNumbered } from './slips.ts';

/** A printer that is ours, a sink that stands for the machine, and a clock that stands. */
export class Bench {
  readonly sink = new Sink();
  readonly clock = new HandTimers();
  readonly outcomes = new Mailbox<SlipOutcome>();
  readonly statuses = new Mailbox<PrinterStatus>();
  #printer: Printer | null = null;
  #config: PrinterConfig | null = null;

  /** A printer aimed at the sink's port; the sink serves its connections in these manners. */
  async start(
    manners: Manner[] = ['prints'],
    config: Partial<PrinterConfigInput> = {},
    timers: Timers = this.clock,
  ): Promise<Printer> {
    this.sink.manners = manners;
    await this.sink.start();
    this.#config = printerConfigSchema.parse({ host: '127.0.0.1', port: this.sink.port, retryFirstMs: 400, ...config });
    this.#printer = makePrinter(this.#config, { timers, onOutcome: this.outcomes.put, onStatus: this.statuses.put });
    return this.#printer;
  }

  print(...numbers: string[]): void {
    for (const number of numbers) this.#printer!.print(slipNumbered(number));
  }

  /** The next outcomes in short: "A001 printed", "A002 not-printed unreachable". */
  async told(count: number): Promise<readonly string[]> {
    const told: string[] = [];
    while (told.length < count) {
      const outcome = await this.outcomes.next();
      const more =
        outcome.result === 'printed'
          ? outcome.reprint
            ? ' again'
            : ''
          : ` ${outcome.reason}${outcome.maybeOnPaper ? ' maybe' : ''}`;
      told.push(`${outcome.slip.number} ${outcome.result}${more}`);
    }
    return told;
  }

  /** The next slips on paper in short: the number, and "again" on a reprint. */
  async papers(count: number): Promise<readonly string[]> {
    const papers: string[] = [];
    while (papers.length < count) papers.push(paperShort(await this.sink.jobs.next()));
    return papers;
  }

  statusIs(code: PrinterStatus['code']): Promise<PrinterStatus> {
    return this.statuses.nextWhere((status) => status.code === code);
  }

  /** Once the printer rests before its next try: for how long. */
  resting(): Promise<number> {
    const { connectTimeoutMs, slowAfterMs, giveUpAfterMs } = this.#config!;
    return this.clock.delays.nextWhere((delayMs) => ![connectTimeoutMs, slowAfterMs, giveUpAfterMs, hangUpMs].includes(delayMs));
  }

  async stop(): Promise<void> {
    const closing = this.#printer?.close();
    this.clock.advance(3_600_000);
    await this.sink.stop();
    await closing;
  }
}

export function paperShort(bytes: Buffer): string {
  const { lines } = readPaper(bytes);
  const number = lines.find((line) => /^A\d{3}$/.test(line));
  return `${number}${lines[0]!.startsWith('补打') ? ' again' : ''}`;
}

/** A bench for each test, cleared away after it. */
export function eachBench(): () => Bench {
  let bench: Bench | null = null;
  afterEach(async () => {
    await bench?.stop();
    bench = null;
  });
  return () => {
    bench = new Bench();
    return bench;
  };
}
