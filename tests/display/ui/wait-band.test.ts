import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../display/ui/words/en.ts';
import { zhCN } from '../../../display/ui/words/zh-CN.ts';
import { bandText, promisedMs, waitBand } from '../../../simulator/lobby/board/wait-band.ts';

const minute = 60_000;
const quote = (low: number, high: number) => ({ lowMs: low * minute, highMs: high * minute });

describe('[Q2] a promised wait in words', () => {
  test.each([
    [quote(8, 14), '约 8–14 分钟', 'about 8–14 min'],
    [quote(8.9, 13.1), '约 8–14 分钟', 'about 8–14 min'],
    [quote(0, 0.5), '马上就到', 'very soon'],
    [quote(0.4, 4), '4 分钟以内', 'up to 4 min'],
    [quote(5, 5), '约 5 分钟', 'about 5 min'],
    [quote(18.2, 41), '约 18–45 分钟', 'about 18–45 min'],
    [quote(23, 41), '约 20–45 分钟', 'about 20–45 min'],
    [null, '暂无预计', 'no estimate yet'],
  ])('%o', (given, zh, english) => {
    expect(bandText(waitBand(given), zhCN.band)).toBe(zh);
    expect(bandText(waitBand(given), en.band)).toBe(english);
  });

  test('rounding never narrows a promise, and never widens it by five minutes or more at either end', () => {
    fc.assert(
      fc.property(fc.nat(4 * 3_600_000), fc.nat(4 * 3_600_000), (a, b) => {
        const [lowMs, highMs] = [Math.min(a, b), Math.max(a, b)];
        const band = waitBand({ lowMs, highMs });
        const [low, high] = band.kind === 'range' ? [band.low, band.high] : band.kind === 'up-to' ? [0, band.high] : [0, 1];
        expect(low * minute).toBeLessThanOrEqual(lowMs);
        expect(high * minute).toBeGreaterThanOrEqual(highMs);
        expect(lowMs - low * minute).toBeLessThan(5 * minute);
        expect(high * minute - highMs).toBeLessThanOrEqual(5 * minute);
      }),
    );
  });

  test('a promise is broken only beyond what was shown', () => {
    expect(promisedMs(quote(0, 0))).toBe(minute);
    expect(promisedMs(quote(8, 13.1))).toBe(14 * minute);
    expect(promisedMs(quote(18, 41))).toBe(45 * minute);
  });
});
