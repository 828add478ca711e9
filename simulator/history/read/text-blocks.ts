import type { ByteSource } from './byte-source.ts';
import type { Encoding } from './decode.ts';

/** Whole lines of a file, with "\n" between them. */
export interface TextBlock {
  readonly text: string;
  /** Line of the file that it begins with, from 1. */
  readonly line: number;
}

const blockBytes = 256 << 10;
/** A quoted cell longer than this is a quote that was never closed. */
const longestRecord = 8 << 20;

/** A file as blocks that end where a record ends: at a line end outside quotes. */
export function* blocksOf(source: ByteSource, encoding: Encoding, notes: string[] = []): Generator<TextBlock> {
  const decoder = new TextDecoder(encoding);
  const room = new Uint8Array(Math.min(blockBytes, source.size));
  let carry = '';
  let line = 1;
  for (let at = 0; at < source.size; at += blockBytes) {
    const last = at + blockBytes >= source.size;
    const text = carry + plain(decoder.decode(source.read(at, blockBytes, room), { stream: !last }), notes);
    // A line end cut in two would count twice.
    const end = last ? text.length : endOfRecords(text);
    if (end === 0) {
      carry = text;
      continue;
    }
    const block = text.slice(0, end).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    carry = text.slice(end);
    yield { text: block, line };
    line += countLines(block);
  }
}

function plain(text: string, notes: string[]): string {
  const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (!bare.includes('\0')) return bare;
  if (!notes.includes('zero bytes were taken out')) notes.push('zero bytes were taken out');
  return bare.replaceAll('\0', '');
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Behind the last line end that is outside quotes; 0: none yet. */
function endOfRecords(text: string): number {
  const last = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2)) + 1;
  if (!text.includes('"')) return last;
  let quoted = false;
  let end = 0;
  for (let at = 0; at < last; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) quoted = !quoted;
    else if (!quoted && (code === 10 || code === 13)) end = at + 1;
  }
  return end === 0 && text.length > longestRecord ? last : end;
}
