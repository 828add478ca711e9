import type { Names } from '../../simulator/lobby/branch/names.ts';
import type { Printer, PrinterStatus } from './printer.ts';
import type { PrintersFile } from './printer-config.ts';
import { makePrinter, type PrinterPorts } from './tcp-printer.ts';

/** Where a printer stands: at one kiosk, or for all the others of its branch. */
export interface PrinterPlace {
  readonly branch: string;
  /** Public id of the kiosk's token. */
  readonly kiosk: string | null;
}

/** A printer as staff see it. */
export interface PrinterNews extends PrinterPlace, PrinterStatus {
  /** What staff call its place; null where nobody gave it a name. */
  readonly names: Names | null;
  /** Since when it has been as it is, epoch ms. */
  readonly since: number;
  /** Numbers given up since it was last in order: these customers hold no paper. */
  readonly withoutPaper: readonly string[];
}

/** Every printer of the service. */
export interface Printers {
  /** The kiosk's own printer, else the branch's, else null: then a ticket has no paper. */
  at(branch: string, kiosk: string): Printer | null;
  news(branch: string): readonly PrinterNews[];
  /** Tells of each change of the news of a branch. */
  onNews(listener: (branch: string) => void): void;
  close(): Promise<void>;
}

/** Most numbers kept for staff to see. */
const keptWithoutPaper = 20;

export function makePrinters(
  { printers }: PrintersFile,
  portsOf: (place: PrinterPlace) => PrinterPorts,
  now: () => number = Date.now,
): Printers {
  const listeners: ((branch: string) => void)[] = [];
  const made = printers.map(({ branch, kiosk = null, names = null, ...config }) => {
    const place = { branch, kiosk };
    const ports = portsOf(place);
    const told = { since: now(), code: 'ok', withoutPaper: [] as readonly string[] };
    const tell = (): void => {
      for (const listener of listeners) listener(branch);
    };
    const printer = makePrinter(config, {
      ...ports,
      onStatus(status) {
        if (status.code !== told.code) told.since = now();
        told.code = status.code;
        if (status.code === 'ok') told.withoutPaper = [];
        ports.onStatus?.(status);
        tell();
      },
      onOutcome(outcome) {
        ports.onOutcome?.(outcome);
        if (outcome.result === 'printed') return;
        told.withoutPaper = [...told.withoutPaper, outcome.slip.number].slice(-keptWithoutPaper);
        tell();
      },
    });
    const news = (): PrinterNews => ({ ...place, names, ...printer.status(), since: told.since, withoutPaper: told.withoutPaper });
    return { branch, kiosk, printer, news };
  });
  return {
    at(branch, kiosk) {
      const there = made.filter((one) => one.branch === branch);
      return (there.find((one) => one.kiosk === kiosk) ?? there.find((one) => one.kiosk === null))?.printer ?? null;
    },
    news: (branch) => made.filter((one) => one.branch === branch).map(({ news }) => news()),
    onNews: (listener) => void listeners.push(listener),
    close: async () => {
      await Promise.all(made.map(({ printer }) => printer.close()));
    },
  };
}
