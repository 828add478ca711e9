import { describe, expect, it } from 'vitest';
import { fitText } from '../../../simulator/cli/history/text/fit-text.ts';
import { ruleIds } from '../../../simulator/history/clean/ledger.ts';
import { type FitOptions, fitHistory } from '../../../simulator/history/fit/fit.ts';
import { generateLog } from '../../../simulator/history/generated-log.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { historyReport } from '../../../simulator/history/report/history-report.ts';
import { effectsInChinese, rulesInChinese } from '../../../simulator/history/report/rule-words.ts';
import { truth } from './known-truth.ts';
import { wholeLobby } from './whole-lobby.ts';

const fitOf = (text: string, options: FitOptions = {}) =>
  fitHistory({ files: [memorySource('log.csv', new TextEncoder().encode(text))], about: null, folder: 'x' }, options);
const dirty = [...generateLog(truth, { seed: 8, days: 3, dirty: true })].join('');
const whole = [...generateLog(wholeLobby, { seed: 5, days: 2, dirty: false })].join('');
/** Histories that together make `fit` say most of what it can. */
const histories = {
  dirty: () => fitOf(dirty),
  whole: () => fitOf(whole),
  'told little': () =>
    fitOf(
      whole
        .split('\n')
        .map((line) =>
          line
            .replace(/,(?:teller-|advisor-|X)(\d),/, ',王$1,')
            .split(',')
            .slice(0, 8)
            .join(','),
        )
        .join('\n'),
    ),
  'no start': () =>
    fitOf(
      'arrival,start,end,service\n2026-03-02T01:00:00Z,2026-03-02T01:01:00Z,2026-03-02T01:03:00Z,a\n2026-03-02T01:10:00Z,,,b\n',
    ),
  'day or month': () => fitOf('arrival,service_s\n3/4/2026 09:00,30\n3/4/2026 09:10,30\n4/4/2026 09:20,30\n'),
  nominal: () => fitOf(['arrival,service_s', ...Array.from({ length: 40 }, (_, n) => `2026-03-02 09:${10 + n}:00,60`)].join('\n')),
};

/** A sentence of English has four words of small letters in a row. */
const isEnglish = (text: string): boolean => /(?:\b[a-z]{2,}\b[ ,]+){3}[a-z]{2,}\b/.test(text);
const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

describe('the report of a fit', () => {
  it.each(Object.entries(histories))('is in Chinese from title to last doubt: %s', (_, learn) => {
    const fitted = learn();
    const { assumptions, details, facts, finding, sections } = historyReport(fitted, null, {
      language: 'zh-CN',
      made: '2026-03-02 09:00',
      commands: [],
    });
    const texts = [
      finding,
      ...details,
      ...assumptions,
      ...facts.map(({ label }) => label),
      ...sections.flatMap(({ blocks, title }) => [
        title,
        ...blocks.flatMap((block) => (block.is === 'list' ? block.items : block.is === 'text' ? [block.text] : [])),
      ]),
    ];
    expect(texts.filter((text) => isEnglish(text) || !isChinese(text))).toEqual([]);
    // On the terminal English stands beside Chinese, never alone.
    const lines = fitText(fitted, undefined).split('\n');
    expect(lines.filter((line) => !line.startsWith('    ') && isEnglish(line) && !isChinese(line))).toEqual([]);
  });

  it('knows every rule of cleaning, and what comes of it', () => {
    expect(Object.keys(rulesInChinese).sort()).toEqual([...ruleIds].sort());
    const { rules } = fitOf(dirty).report;
    for (const { effect } of rules) expect(effectsInChinese[effect], effect).toBeDefined();
  });

  it('says first what a branch head has to know', () => {
    const { details, facts } = historyReport(fitOf(whole), null, { language: 'en', made: '', commands: [] });
    expect(details.join()).toMatch(/of 100 services the next call takes over a minute although somebody waits/);
    expect(facts.map(({ label }) => label)).toEqual([
      'Customers a day (all-days)',
      'Mean service time',
      'Turnaround while somebody waits',
    ]);
  });
});
