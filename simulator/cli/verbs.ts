import { longFunctions, smallHeap } from './v8-for-verbs.ts';
import type { LateVerb } from './verb.ts';

/** The study verbs, one a file. Those of histories read files that are larger than memory. */
export const studyVerbs: readonly LateVerb[] = [
  { name: 'fit', v8: smallHeap, load: async () => (await import('./history/fit.ts')).fitVerb },
  { name: 'simulate', v8: longFunctions, load: async () => (await import('./study/simulate.ts')).simulateVerb },
  { name: 'compare', v8: longFunctions, load: async () => (await import('./staffing/compare.ts')).compareVerb },
  { name: 'backtest', v8: smallHeap, load: async () => (await import('./history/backtest.ts')).backtestVerb },
  { name: 'forecast', v8: smallHeap, load: async () => (await import('./history/forecast.ts')).forecastVerb },
  { name: 'recommend', v8: longFunctions, load: async () => (await import('./staffing/recommend.ts')).recommendVerb },
  { name: 'conform', load: async () => (await import('./journal/conform.ts')).conformVerb },
  { name: 'validate', v8: longFunctions, load: async () => (await import('./validation/validate.ts')).validateVerb },
  { name: 'replay', load: async () => (await import('./study/replay.ts')).replayVerb },
  { name: 'sample', load: async () => (await import('./history/sample.ts')).sampleVerb },
  { name: 'schema', load: async () => (await import('./schema/schema.ts')).schemaVerb },
  { name: 'bench', v8: longFunctions, load: async () => (await import('./study/bench.ts')).benchVerb },
];
