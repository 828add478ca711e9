import { describe, expect, it } from 'vitest';
import { languages } from '../../../simulator/lobby/branch/language.ts';
import { type Report, reportHtml } from '../../../simulator/report/html/report.ts';
import { tableOf } from '../../../simulator/report/table.ts';
import { expectGolden } from '../../golden/golden-file.ts';
import { payloads } from './any-chart.ts';
import { sampleReport } from './sample-report.ts';
import { samples } from './samples.ts';

/** The page without its drawings, which are kept by themselves. */
const page = (html: string): string => html.replace(/<svg.*?<\/svg>/gs, '<svg/>').replaceAll('><', '>\n<');

describe.each(languages)('a report in %s', (language) => {
  const html = reportHtml(sampleReport(language));

  it('is written as before', () => {
    expectGolden(`report/report.${language}.html.txt`, page(html));
  });

  it('stands alone: nothing to load, nothing that runs', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=/i);
    // The name space of SVG is a name, not an address to go to.
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('holds each chart with its finding, how to read it, and its figures', () => {
    const charts = sampleReport(language).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.is === 'chart' ? [block.chart] : [])),
    );
    expect(charts.length).toBeGreaterThan(8);
    expect(html.match(/<figure /g)).toHaveLength(charts.length);
    expect(html.match(/<table>/g)).toHaveLength(charts.length);
    for (const { svg } of charts) expect(html).toContain(svg);
  });
});

it.each(payloads)('shows texts literally: %j', (payload) => {
  const chart = samples['waits-live']!({ language: 'en', title: payload });
  const table = tableOf([payload], [{ label: payload, words: true, cell: (text) => text }]);
  const report: Report = {
    language: 'en',
    title: payload,
    about: payload,
    made: payload,
    finding: payload,
    details: [payload],
    facts: [{ label: payload, value: payload, note: payload }],
    sections: [
      {
        title: payload,
        blocks: [
          { is: 'text', text: payload },
          { is: 'list', items: [payload] },
          { is: 'facts', facts: [{ label: payload, value: payload }] },
          { is: 'chart', chart },
          { is: 'table', title: payload, table },
        ],
      },
    ],
    assumptions: [payload],
    reproduce: { commands: [payload], notes: [payload] },
  };
  const tags = (html: string): string[] => html.match(/<\/?[a-z][a-z0-9]*/gi)!;
  const harmless = reportHtml(JSON.parse(JSON.stringify(report, (_, value) => (value === payload ? 'x' : value))) as Report);
  const harmlessTags = tags(harmless.replace(/<svg.*?<\/svg>/gs, ''));
  // The same elements in the same order as with a harmless text: no text became one.
  expect(tags(reportHtml(report).replace(/<svg.*?<\/svg>/gs, ''))).toEqual(harmlessTags);
});
