import type { Printer, PrinterStatus } from './printer.ts';
import type { PrintersFile } from './printer-config.ts';
import { makePrinter, type PrinterPorts } from './tcp-printer.ts';

/** Where a printer stands: at one kiosk, or for all the others of its branch. */
export interface PrinterPlace {
  readonly branch: string;
  /** Public id of the kiosk's token. */
  readonly kiosk: string | null;
}

/** Every printer of the service. */
export interface Printers {
  /** The kiosk's own printer, else the branch's, else null: then a ticket has no paper. */
  at(branch: string, kiosk: string): Printer | null;
  statuses(branch: string): readonly (PrinterPlace & PrinterStatus)[];
  close(): Promise<void>;
}

export function makePrinters({ printers }: PrintersFile, portsOf: (place: PrinterPlace) => PrinterPorts): Printers {
  const made = printers.map(({ branch, kiosk = null, ...config }) => ({
    branch,
    kiosk,
    printer: makePrinter(config, portsOf({ branch, kiosk })),
  }));
  return {
    at(branch, kiosk) {
      const there = made.filter((one) => one.branch === branch);
      return (there.find((one) => one.kiosk === kiosk) ?? there.find((one) => one.kiosk === null))?.printer ?? null;
    },
    statuses: (branch) =>
      made.filter((one) => one.branch === branch).map(({ kiosk, printer }) => ({ branch, kiosk, ...printer.status() })),
    close: async () => {
      await Promise.all(made.map(({ printer }) => printer.close()));
    },
  };
}
