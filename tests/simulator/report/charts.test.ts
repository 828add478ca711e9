import { describe, expect, it } from 'vitest';
import { languages } from '../../../simulator/lobby/branch/language.ts';
import { expectGolden } from '../../golden/golden-file.ts';
import { checkChart } from './check-chart.ts';
import { samples } from './samples.ts';

/** One element a line, so that a change is seen where it is. */
const lined = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;

describe.each(languages)('charts in %s', (language) => {
  it.each(Object.entries(samples))('%s is drawn as before', (name, draw) => {
    expectGolden(`report/${name}.${language}.svg`, lined(draw({ language }).svg));
  });

  it.each(Object.entries(samples))('%s holds the rules at every size', (_, draw) => {
    for (const size of [{}, { width: 1320, height: 520 }, { width: 480, height: 240 }, { width: 280, height: 180 }])
      checkChart(draw({ language, ...size }));
  });

  it('says what it finds, or what it is told to', () => {
    const waits = samples['waits-live']!;
    expect(waits({ language }).title).toMatch(/10:00–12:30/);
    expect(waits({ language, title: 'A <b>title</b> & more' })).toMatchObject({ title: 'A <b>title</b> & more' });
    expect(waits({ language, title: 'A <b>title</b> & more' }).svg).toContain(
      '<title>A &lt;b&gt;title&lt;/b&gt; &amp; more</title>',
    );
  });
});

it('is the same text for the same data', () => {
  for (const draw of Object.values(samples)) expect(draw({ language: 'en' })).toEqual(draw({ language: 'en' }));
});

it.each([
  [{ width: 279 }, '279 × 300'],
  [{ height: 0 }, '680 × 0'],
  [{ width: Number.NaN }, 'NaN × 300'],
])('refuses a size at which texts would cover each other: %j', (size, named) => {
  expect(() => samples['waits-live']!({ language: 'en', ...size })).toThrow(`got ${named}`);
});
