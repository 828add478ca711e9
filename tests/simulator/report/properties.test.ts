import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyChart, chartNames } from './any-chart.ts';
import { checkChart } from './check-chart.ts';

it.each(chartNames)('%s: no NaN, nothing outside, no text on another, no tag from data, whatever the data', (name) => {
  fc.assert(fc.property(anyChart(name), checkChart), { numRuns: 180, endOnFailure: true });
});

it('the data of these charts are not trivial', () => {
  for (const name of chartNames) {
    const drawn = fc.sample(anyChart(name), { numRuns: 40, seed: 1 }).filter(({ svg }) => svg.split('<').length > 30);
    expect(drawn.length, name).toBeGreaterThan(10);
  }
});
