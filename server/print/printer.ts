import type { Names } from '../../simulator/lobby/branch/names.ts';
import type { Slip } from './slip.ts';

/** How a printer is, as far as the last try showed. A full queue hides what filled it. */
export type PrinterCode = 'ok' | 'unreachable' | 'slow' | 'paper-out' | 'broken' | 'queue-full';

/** Why a slip was given up. */
export type NotPrintedReason = Exclude<PrinterCode, 'ok'> | 'closing' | 'unprintable';

export interface PrinterStatus {
  readonly code: PrinterCode;
  readonly message: Names;
  /** The printer said that its roll is nearly used up. */
  readonly paperLow: boolean;
  /** Slips not on paper yet. */
  readonly waiting: number;
  /** Numbers of the last slips given up, oldest first: their customers hold no paper. */
  readonly notPrinted: readonly string[];
}

export type SlipOutcome =
  | {
      readonly slip: Slip;
      readonly result: 'printed' /** An earlier, broken try may have left a copy too. */;
      readonly reprint: boolean;
    }
  | {
      readonly slip: Slip;
      readonly result: 'not-printed';
      readonly reason: NotPrintedReason;
      /** The slip, or part of it, had left for the printer, which never said that it was done. */
      readonly maybeOnPaper: boolean;
      /** Only for `unprintable`, which is a defect of ours. */
      readonly error?: unknown;
    };

/**
 * 打印机: puts slips on paper, in order, apart from issuing: a ticket exists before its slip is asked for and whatever becomes of it.
 * Every slip has exactly one outcome. One that was under way when the connection broke is printed again, and says so on paper.
 */
export interface Printer {
  /** Queues a slip and returns at once. Never throws. */
  print(slip: Slip): void;
  status(): PrinterStatus;
  /** Lets the slip under way end, gives up the others, and hangs up. */
  close(): Promise<void>;
}

export const printerMessages: Readonly<Record<PrinterCode, Names>> = {
  ok: { zh: '打印机正常', en: 'Printer in order' },
  unreachable: { zh: '连不上打印机，请检查电源和网线', en: 'Printer not reached; check its power and cable' },
  slow: { zh: '打印机没有应答，请检查机盖和指示灯', en: 'Printer does not answer; check its cover and lights' },
  'paper-out': { zh: '打印机缺纸，请换纸', en: 'Printer out of paper; put in a new roll' },
  broken: { zh: '打印中途断开，正在重试', en: 'Connection broke while printing; trying again' },
  'queue-full': { zh: '待打小票已满，请检查打印机', en: 'Too many slips waiting; check the printer' },
};
