import { expect, test } from 'vitest';
import { ageText } from '../../../display/ui/format/age.ts';
import { wallDate, wallTime } from '../../../display/ui/format/wall-time.ts';
import { en } from '../../../display/ui/words/en.ts';
import { zhCN } from '../../../display/ui/words/zh-CN.ts';

test.each([
  [0, '不到 1 分钟', 'under 1 min'],
  [-5_000, '不到 1 分钟', 'under 1 min'],
  [59_999, '不到 1 分钟', 'under 1 min'],
  [60_000, '1 分钟', '1 min'],
  [59 * 60_000, '59 分钟', '59 min'],
  [3_600_000, '1 小时', '1 h'],
  [3_900_000, '1 小时 5 分', '1 h 5 min'],
])('%d ms is "%s"', (ageMs, zh, english) => {
  expect(ageText(ageMs, zhCN)).toBe(zh);
  expect(ageText(ageMs, en)).toBe(english);
});

test("the clock is the branch's, wherever the screen stands", () => {
  const at = Date.UTC(2026, 2, 2, 2, 32);
  expect(wallTime(at, 'Asia/Shanghai', 'zh-CN')).toBe('10:32');
  expect(wallTime(at, 'Asia/Shanghai', 'en')).toBe('10:32');
  expect(wallTime(Date.UTC(2026, 2, 1, 16), 'Asia/Shanghai', 'en')).toBe('00:00');
  // Clocks go forward, and back.
  expect(wallTime(Date.UTC(2026, 2, 8, 7), 'America/New_York', 'en')).toBe('03:00');
  expect(wallTime(Date.UTC(2026, 10, 1, 6), 'America/New_York', 'en')).toBe('01:00');
  expect(wallDate(at, 'Asia/Shanghai', 'zh-CN')).toBe('3月2日星期一');
  expect(wallDate(at, 'Asia/Shanghai', 'en')).toBe('Monday 2 March');
});
