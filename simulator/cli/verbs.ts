import type { Verb } from './verb.ts';

/** The study verbs, one a file. */
export const studyVerbs: readonly Verb[] = [];
