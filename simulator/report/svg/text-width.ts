/**
 * Advance widths of Noto Sans SC at weight 600, in hundredths of an em, from U+0020 on. A drawing made without a browser
 * cannot ask how wide a text is; bold widths are an upper bound for the regular weight and for the usual stand-in fonts.
 */
const ascii = [
  23, 36, 55, 58, 58, 95, 72, 31, 37, 37, 49, 58, 31, 36, 31, 39, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 31, 31, 58, 58, 58, 50,
  99, 63, 67, 65, 71, 61, 58, 71, 75, 32, 56, 67, 57, 84, 74, 76, 66, 76, 67, 62, 62, 74, 61, 90, 61, 57, 61, 37, 39, 37, 58, 56,
  62, 58, 64, 52, 64, 57, 36, 59, 63, 30, 30, 59, 31, 95, 63, 62, 64, 64, 42, 49, 41, 63, 56, 85, 54, 56, 50, 37, 29, 37, 58,
] as const;

function emsOf(codePoint: number): number {
  const known = ascii[codePoint - 0x20];
  if (known !== undefined) return known / 100;
  if (codePoint === 0xa0) return ascii[0] / 100;
  if (codePoint < 0x0250) return 0.7;
  // En dash, minus and their like are narrow; quotation marks and the ellipsis take a full square in Chinese fonts.
  if (codePoint === 0x2013 || codePoint === 0x2212) return 0.6;
  // Pictures outside the first plane are drawn by another, wider font.
  return codePoint > 0xffff ? 1.4 : 1;
}

/** Width of a text in px: never less than a browser gives it in the product's font. */
export function textWidth(text: string, sizePx: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character.codePointAt(0)!);
  return ems * sizePx;
}

/** The text, or its beginning and an ellipsis where it is wider than there is room for. */
export function fitted(text: string, sizePx: number, roomPx: number): string {
  if (textWidth(text, sizePx) <= roomPx) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, sizePx) > roomPx) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
