import type { PrinterNews } from '../../../display/ui/live/message.ts';

/** The printer at the east door, out of paper since an instant. */
export const noPaper = (since: number): PrinterNews => ({
  kiosk: 'k1',
  names: { zh: '东门取号机', en: 'East door kiosk' },
  code: 'paper-out',
  message: { zh: '打印机缺纸，请换纸', en: 'Printer out of paper; put in a new roll' },
  paperLow: false,
  since,
  withoutPaper: ['A018', 'A019'],
});
