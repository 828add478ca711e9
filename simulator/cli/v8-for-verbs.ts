import { setFlagsFromString } from 'node:v8';
import type { LateVerb } from './verb.ts';

/** Flags count for what V8 does from then on, so they are set before a verb is read from disk; threads started later have them too. */
const withFlags =
  (...flags: readonly string[]) =>
  (load: LateVerb['load']): LateVerb['load'] =>
  () => {
    for (const flag of flags) setFlagsFromString(flag);
    return load();
  };

/**
 * A verb that reads rows by the million and forgets them: most of its memory would be what nobody needs any more. A young generation that does not grow
 * and an old one that is swept whenever it has grown by a third keep a gigabyte within 300 MB; what the young generation has grown to by then stays.
 */
export const inSmallHeap = withFlags('--semi-space-growth-factor=1', '--heap-growing-percent=30');

/**
 * A verb that runs days by the thousand: the few functions of a day may become one, which the usual limit (920 bytes of bytecode)
 * cuts apart. A further plan takes about 6 % less (docs/performance.md).
 */
export const inLongFunctions = withFlags('--max-inlined-bytecode-size-cumulative=2000');
