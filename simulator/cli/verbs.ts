import { inLongFunctions, inSmallHeap } from './v8-for-verbs.ts';
import type { LateVerb } from './verb.ts';

/** The study verbs, one a file. Those of histories read files that are larger than memory. */
export const studyVerbs: readonly LateVerb[] = [
  { name: 'fit', load: inSmallHeap(async () => (await import('./fit.ts')).fitVerb) },
  { name: 'simulate', load: inLongFunctions(async () => (await import('./simulate.ts')).simulateVerb) },
  { name: 'compare', load: inLongFunctions(async () => (await import('./compare.ts')).compareVerb) },
  { name: 'backtest', load: inSmallHeap(async () => (await import('./backtest.ts')).backtestVerb) },
  { name: 'forecast', load: inSmallHeap(async () => (await import('./forecast.ts')).forecastVerb) },
  { name: 'recommend', load: inLongFunctions(async () => (await import('./recommend.ts')).recommendVerb) },
  { name: 'conform', load: async () => (await import('./conform.ts')).conformVerb },
  { name: 'validate', load: inLongFunctions(async () => (await import('./validate.ts')).validateVerb) },
  { name: 'replay', load: async () => (await import('./replay.ts')).replayVerb },
  { name: 'sample', load: async () => (await import('./sample.ts')).sampleVerb },
  { name: 'schema', load: async () => (await import('./schema.ts')).schemaVerb },
  { name: 'bench', load: inLongFunctions(async () => (await import('./bench.ts')).benchVerb) },
];
