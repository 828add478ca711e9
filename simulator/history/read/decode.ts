import { isUtf8 } from 'node:buffer';
import { BadHistory } from '../bad-history.ts';
import { type ByteSource, memorySource } from './byte-source.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'latin1';

export interface Decoded {
  readonly text: string;
  /** How the bytes were read, for people. */
  readonly encoding: Encoding;
}

const chunkBytes = 1 << 20;

/**
 * How the bytes of a file are to be read. A byte order mark decides; else what is valid UTF-8 is UTF-8; else GB18030 when its
 * two-byte characters are the common Chinese ones, else Latin-1, which any bytes are. The answer is told, so a wrong guess is seen.
 */
export function encodingOf(source: ByteSource): Encoding {
  if (source.size === 0) throw new BadHistory(`${source.name}: the file is empty`);
  const [first, second] = source.read(0, 2);
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (isAllUtf8(source)) return 'utf-8';
  return looksChinese(source) && decodes(source, 'gb18030') ? 'gb18030' : 'latin1';
}

/** A whole file as text. */
export function decode(bytes: Uint8Array, file: string): Decoded {
  const encoding = encodingOf(memorySource(file, bytes));
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function* chunksOf(source: ByteSource): Generator<Uint8Array> {
  const room = new Uint8Array(Math.min(chunkBytes, source.size));
  for (let at = 0; at < source.size; at += chunkBytes) yield source.read(at, chunkBytes, room);
}

function isAllUtf8(source: ByteSource): boolean {
  const room = new Uint8Array(Math.min(chunkBytes, source.size));
  let at = 0;
  while (at < source.size) {
    const chunk = source.read(at, chunkBytes, room);
    let end = chunk.length;
    // A character may be cut at the end of a chunk: leave its beginning for the next.
    if (at + end < source.size) while (end > chunk.length - 4 && (chunk[end - 1]! & 0xc0) === 0x80) end--;
    if (at + end < source.size && chunk[end - 1]! >= 0xc0) end--;
    if (!isUtf8(chunk.subarray(0, end))) return false;
    at += end;
  }
  return true;
}

function decodes(source: ByteSource, encoding: Encoding): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (const chunk of chunksOf(source)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * Common Chinese characters (GB 2312) have both bytes from 0xA1 up, so in Chinese text high bytes come in pairs. In Latin-1
 * text an accented letter mostly stands between plain ones.
 */
function looksChinese(source: ByteSource): boolean {
  let pairs = 0;
  let single = 0;
  for (const bytes of chunksOf(source)) {
    for (let at = 0; at < bytes.length; at++) {
      if (bytes[at]! < 0x80) continue;
      if (bytes[at]! >= 0xa1 && (bytes[at + 1] ?? 0) >= 0xa1) {
        pairs++;
        at++;
      } else {
        single++;
      }
    }
  }
  return pairs > 2 * single;
}
