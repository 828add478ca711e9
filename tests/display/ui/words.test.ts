import { expect, test } from 'vitest';
import { en } from '../../../display/ui/words/en.ts';
import { zhCN } from '../../../display/ui/words/zh-CN.ts';

/** Every text of a catalogue by its path; texts with places are said with samples. */
function texts(catalogue: object, path = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(catalogue).flatMap(([key, value]) => {
    const here = `${path}/${key}`;
    if (typeof value === 'string') return [[here, value] as const];
    if (typeof value === 'function') return [[here, String(value(3, 7))] as const];
    return texts(value as object, here);
  });
}

test('both languages say the same things, and nothing is left empty', () => {
  const [chinese, english] = [texts(zhCN), texts(en)];
  expect(english.map(([path]) => path).sort()).toEqual(chinese.map(([path]) => path).sort());
  expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  expect(chinese.length).toBeGreaterThan(150);
});

test('no text shouts: no exclamation mark, no word in capitals; Chinese says 您', () => {
  const all = [...texts(zhCN), ...texts(en)];
  expect(all.filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  expect(texts(en).filter(([, text]) => /\b[A-Z]{2,}\b/.test(text.replace(/\bOK\b/, '')))).toEqual([]);
  expect(texts(zhCN).filter(([, text]) => text.includes('你'))).toEqual([]);
});

test('Chinese texts are Chinese and English texts are English', () => {
  const exempt = (path: string): boolean => path === '/ownName';
  const hasWords = (text: string): boolean => /\p{L}/u.test(text);
  expect(texts(zhCN).filter(([path, text]) => !exempt(path) && hasWords(text) && !/\p{Script=Han}/u.test(text))).toEqual([]);
  expect(texts(en).filter(([path, text]) => !exempt(path) && /\p{Script=Han}/u.test(text))).toEqual([]);
});
