import { textWidth } from './text-width.ts';

/** Pieces a line may break between: words of Latin scripts with the space after them, single characters of others. */
const pieces = /[\u0021-\u024F\u2010-\u2014]+\s*|[^\S\n]+|\S/gu;

/** The lines of a text in so much room. Chinese breaks anywhere, but no line begins with a closing mark. */
export function wrapped(text: string, sizePx: number, roomPx: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(pieces)) {
    const closes = /^[，。；：、）”？》]/u.test(piece);
    if (line !== '' && !closes && textWidth((line + piece).trimEnd(), sizePx) > roomPx) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}
