import { conformVerb } from './conform.ts';
import { fitVerb } from './fit.ts';
import { recommendVerb } from './recommend.ts';
import { simulateVerb } from './simulate.ts';
import { validateVerb } from './validate.ts';
import type { Verb } from './verb.ts';

/** The study verbs, one a file. */
export const studyVerbs: readonly Verb[] = [fitVerb, simulateVerb, recommendVerb, conformVerb, validateVerb];
