import receiptline from 'receiptline';
import { literal, paperText } from './paper-text.ts';
import type { Said, Slip } from './slip.ts';

/** First: the only copy so far. Again: an earlier one may be on paper, whole or torn off in the middle. */
export type Copy = 'first' | 'again';

/** Widths that printers have: columns of the 12-dot font, and dots, at 203 dpi. */
export const paper = {
  58: { columns: 32, dots: 384 },
  80: { columns: 48, dots: 576 },
} as const;
export type PaperWidth = keyof typeof paper;

/** A code of about 33 mm is read at arm's length, and by old phones. */
const qrDots = 264;
/** The number is as large as the paper allows, up to the printers' six times. */
const largestScale = 6;

type Look = 'plain' | 'strong' | 'tall' | 'double';
const marks: Readonly<Record<Look, string>> = { plain: '', strong: '"', tall: '^^', double: '^^^' };

/** The slip in receiptline's markup. Nothing in it comes from configuration but literal texts. */
export function layOut(slip: Slip, width: PaperWidth, copy: Copy): string {
  const { columns } = paper[width];
  const line = (text: string, look: Look = 'plain'): string[] =>
    wrapWords(paperText(text), look === 'double' ? Math.floor(columns / 2) : columns).map(
      (part) => `${marks[look]}${literal(part)}${marks[look]}`,
    );
  const said = ([first, second]: Said, look: Look = 'plain'): string[] => [
    ...line(first, look),
    ...(second === first ? [] : line(second)),
  ];
  const block = (...lines: string[][]): string[] => (lines.flat().length === 0 ? [] : [...lines.flat(), '']);
  return [
    // Cuts off what a broken connection may have left in the printer.
    ...(copy === 'again' ? ['=', ...block(said(slip.again, 'strong'))] : []),
    ...block(said(slip.branch, 'strong'), line(slip.issuedAt)),
    ...block(line(slip.yourNumber.join(' ')), [hugeNumber(paperText(slip.number), columns)]),
    ...block(...slip.services.map((service) => said(service, 'double'))),
    ...block(slip.ahead === null ? [] : said(slip.ahead, 'tall'), slip.band === null ? [] : said(slip.band, 'tall')),
    ...block(said(slip.goTo, 'tall')),
    ...(slip.documents.length === 0 ? [] : block(said(slip.bring, 'strong'), ...slip.documents.map((document) => said(document)))),
    ...(slip.link === null ? [] : block([qrCode(slip.link)], said(slip.scan))),
    ...block(said(slip.comeBack)),
  ].join('\n');
}

function hugeNumber(number: string, columns: number): string {
  const scale = Math.max(2, Math.min(largestScale, Math.floor(columns / number.length)));
  const mark = '^'.repeat(scale + 1);
  return `${mark}${literal(number)}${mark}`;
}

function qrCode(link: URL): string {
  const symbol = { data: link.href, type: 'qrcode', level: 'm', cell: 3 } as const;
  const modules = receiptline.qrcode.generate(symbol).length;
  const cell = Math.max(3, Math.min(8, Math.floor(qrDots / modules)));
  return `{code:${literal(link.href)};option:qrcode,${cell},m}`;
}

/** Breaks a text between words; a word longer than the paper is left to the printer language, which breaks it anywhere. */
function wrapWords(text: string, columns: number): readonly string[] {
  const widthOf = (part: string): number => receiptline.commands.base.measureText(part, 'gb18030');
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
