import { BadHistory } from './bad-history.ts';

export interface Decoded {
  readonly text: string;
  /** How the bytes were read, for people. */
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'latin1';
}

/**
 * Bytes of a file as text. A byte order mark decides; else what is valid UTF-8 is UTF-8; else GB18030 when its two-byte
 * characters are the common Chinese ones, else Latin-1, which any bytes are. The answer is told, so a wrong guess is seen.
 */
export function decode(bytes: Uint8Array, file: string): Decoded {
  if (bytes.length === 0) throw new BadHistory(`${file}: the file is empty`);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' };
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const chinese = looksChinese(bytes) ? tryDecode(bytes, 'gb18030') : null;
  if (chinese !== null) return { text: chinese, encoding: 'gb18030' };
  return { text: new TextDecoder('latin1').decode(bytes), encoding: 'latin1' };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Common Chinese characters (GB 2312) have both bytes from 0xA1 up, so in Chinese text high bytes come in pairs. In Latin-1
 * text an accented letter mostly stands between plain ones.
 */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let single = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    if (bytes[at]! >= 0xa1 && (bytes[at + 1] ?? 0) >= 0xa1) {
      pairs++;
      at++;
    } else {
      single++;
    }
  }
  return pairs > 2 * single;
}
