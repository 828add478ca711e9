import { expect, test } from 'vitest';
import { scoreText } from '../../../display/ui/format/score.ts';

test('a score is short, whatever a rule counts in, and its minus is one', () => {
  expect([0.5, -0.25, -0.6666666, 540_000, -1_234_567, null, -Number.MAX_VALUE].map(scoreText)).toEqual([
    '0.5',
    '−0.25',
    '−0.6667',
    '540K',
    '−1.235M',
    '∞',
    '—',
  ]);
});
