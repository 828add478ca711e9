import type { Verb } from '../../simulator/cli/verb.ts';

/** The operations verbs, one a file. */
export const operationsVerbs: readonly Verb[] = [];
