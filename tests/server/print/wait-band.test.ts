import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { en } from '../../../display/ui/words/en.ts';
import { zhCN } from '../../../display/ui/words/zh-CN.ts';
import { slipWords } from '../../../server/print/slip-words.ts';
import { bandText, waitBand } from '../../../simulator/lobby/board/wait-band.ts';

describe('the wait band on paper', () => {
  it('is the band of the screens, word for word', () => {
    fc.assert(
      fc.property(fc.nat(3 * 3_600_000), fc.nat(3_600_000), (lowMs, spreadMs) => {
        const band = waitBand({ lowMs, highMs: lowMs + spreadMs });
        expect(bandText(band, slipWords['zh-CN'].band)).toBe(bandText(band, zhCN.band));
        expect(bandText(band, slipWords.en.band)).toBe(bandText(band, en.band));
      }),
    );
  });
});
