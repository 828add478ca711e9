import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandText, waitBand } from '../../../display/ui/format/wait-band.ts';
import { en } from '../../../display/ui/words/en.ts';
import { zhCN } from '../../../display/ui/words/zh-CN.ts';
import { slipWords } from '../../../server/print/slip-words.ts';
import { waitBandText } from '../../../server/print/wait-band.ts';

const minute = 60_000;

describe('the wait band on paper', () => {
  it.each([
    [8 * minute, 13.2 * minute, '约 8–14 分钟', 'about 8–14 min'],
    [0, 30_000, '马上就到', 'very soon'],
    [0, 4 * minute, '4 分钟以内', 'up to 4 min'],
    [7 * minute, 7 * minute, '约 7 分钟', 'about 7 min'],
    [22 * minute, 31 * minute, '约 20–35 分钟', 'about 20–35 min'],
  ])('%i to %i ms', (lowMs, highMs, zh, english) => {
    expect(waitBandText({ lowMs, highMs }, slipWords['zh-CN'])).toBe(zh);
    expect(waitBandText({ lowMs, highMs }, slipWords.en)).toBe(english);
  });

  it('is the band of the screens, word for word', () => {
    fc.assert(
      fc.property(fc.nat(3 * 60 * minute), fc.nat(60 * minute), (lowMs, spreadMs) => {
        const quote = { lowMs, highMs: lowMs + spreadMs };
        expect(waitBandText(quote, slipWords['zh-CN'])).toBe(bandText(waitBand(quote), zhCN));
        expect(waitBandText(quote, slipWords.en)).toBe(bandText(waitBand(quote), en));
      }),
    );
  });
});
