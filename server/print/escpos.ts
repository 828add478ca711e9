import receiptline from 'receiptline';
import { type Copy, layOut, type PaperWidth, paper } from './layout.ts';
import type { Slip } from './slip.ts';

/** Chinese character sets of printers, and what receiptline calls them. GBK heads print "?" for what they lack; GB18030 heads know all. */
export const codepages = { gb18030: 'gb18030', gbk: 'cp936' } as const;
export type Codepage = keyof typeof codepages;

export interface Head {
  readonly widthMm: PaperWidth;
  readonly codepage: Codepage;
}

/**
 * The slip as ESC/POS: initialise, text after FS &, the QR code as a raster picture (GS v 0, which every head knows, where the
 * QR command is not), feed and cut, and last GS r 1, which a printer answers only when it has done all before it.
 */
export function slipBytes(slip: Slip, { widthMm, codepage }: Head, copy: Copy): Buffer {
  const commands = receiptline.transform(layOut(slip, widthMm, copy), {
    command: 'generic',
    encoding: codepages[codepage],
    cpl: paper[widthMm].columns,
    spacing: true,
  });
  return Buffer.from(commands, 'latin1');
}
