import { setFlagsFromString } from 'node:v8';
import type { LateVerb } from './verb.ts';

/**
 * For a verb that reads rows by the million and forgets them: most of its memory would be what nobody needs any more. A young generation that does not grow
 * and an old one that is swept whenever it has grown by a third keep a gigabyte within 300 MB; what the young generation has grown to by then stays.
 */
export const smallHeap = ['--semi-space-growth-factor=1', '--heap-growing-percent=30'];

/**
 * For a verb that runs days by the thousand: the few functions of a day may become one, which the usual limit (920 bytes of bytecode)
 * cuts apart. A further plan takes about 6 % less (docs/performance.md).
 */
export const longFunctions = ['--max-inlined-bytecode-size-cumulative=2000'];

/** Flags count for what V8 does from then on, so they are set before anything else is read from disk; threads started later have them too. */
export function setV8For(verbs: readonly LateVerb[], asked: string | undefined): void {
  for (const flag of verbs.find(({ name }) => name === asked)?.v8 ?? []) setFlagsFromString(flag);
}
