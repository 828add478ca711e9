import receiptline from 'receiptline';
import { layOut, type PaperWidth, paper } from './layout.ts';
import type { Slip } from './slip.ts';

/** A slip as an SVG picture, for screens. Texts in it are escaped. */
export const slipPicture = (slip: Slip, width: PaperWidth): string => preview(slip, width, 'svg');

/** A slip as lines of text, for logs and readers. */
export const slipText = (slip: Slip, width: PaperWidth): string => preview(slip, width, 'text');

const preview = (slip: Slip, width: PaperWidth, command: 'svg' | 'text'): string =>
  receiptline.transform(layOut(slip, width, 'first'), { command, encoding: 'gb18030', cpl: paper[width].columns, spacing: true });
