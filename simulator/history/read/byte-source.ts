import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';

/** A file of a history, read piece by piece: a log of years need not fit in memory. */
export interface ByteSource {
  /** Name without folders. */
  readonly name: string;
  readonly size: number;
  /** At most `length` bytes from `offset` on; fewer only at the end. They may be put in `into`, so that who reads all of a file needs room for one piece. */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array;
}

export const memorySource = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

export function fileSource(path: string): ByteSource {
  const { size } = statSync(path);
  return {
    name: basename(path),
    size,
    read(offset, length, into) {
      const count = Math.max(0, Math.min(length, size - offset));
      const bytes = into !== undefined && into.length >= count ? into.subarray(0, count) : new Uint8Array(count);
      const handle = openSync(path, 'r');
      try {
        let got = 0;
        while (got < bytes.length) {
          const more = readSync(handle, bytes, got, bytes.length - got, offset + got);
          if (more === 0) break;
          got += more;
        }
        return bytes.subarray(0, got);
      } finally {
        closeSync(handle);
      }
    },
  };
}
