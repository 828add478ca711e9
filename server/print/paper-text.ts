/** Control and format characters, private use, half surrogates: nothing a person can read, and what a printer may obey. */
const unreadable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Marks that a GB font lacks or draws badly, and what it draws well in their place. */
const better: Readonly<Record<string, string>> = {
  // GB18030 spells U+00A5 with four bytes that most heads print as "0 6"; the wide sign is in every font.
  '\u00a5': '￥',
  // In GB fonts the en dash is as wide as a Chinese character, so "8–14" falls apart.
  '\u2013': '-',
  '\u2011': '-',
  '\u00a0': ' ',
};

/** A text as it can stand on paper. Control characters are gone, so a configured name cannot speak to the printer. */
export const paperText = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(unreadable, '')
    .replace(/[\u00a5\u2013\u2011\u00a0]/gu, (mark) => better[mark]!)
    .trim();

/** The text as literal receiptline markup: every mark that its language could read as a command is spelled by its code. */
export const literal = (text: string): string =>
  paperText(text).replace(/[!-/:-@[-`{-~]/g, (mark) => `\\x${mark.charCodeAt(0).toString(16)}`);
