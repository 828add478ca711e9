import { expect, test } from 'vitest';
import { type Language, languages, nameIn, otherLanguages, secondLanguage } from '../../../../simulator/lobby/branch/language.ts';

const third = 'ja' as Language;
const names = { zh: '存款', en: 'Deposits' };

test('every language can be changed to from every other, in the order they are listed', () => {
  for (const language of languages) expect([language, ...otherLanguages(language)].sort()).toEqual([...languages].sort());
  expect(otherLanguages(third)).toEqual(languages);
});

test("what is said twice is said in the branch's own language too, and beside that in the next", () => {
  expect([...languages, third].map(secondLanguage)).toEqual(['en', 'zh-CN', 'zh-CN']);
});

test('a name is given to who reads neither of its languages in English', () => {
  expect([...languages, third].map((language) => nameIn(language, names))).toEqual(['存款', 'Deposits', 'Deposits']);
});
