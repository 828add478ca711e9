import { inChinese } from '../../../history/report/in-chinese.ts';

/** A sentence in Chinese, and the same in English behind it. */
export const both = (zh: string, en: string): string => `${zh} ${en}`;

/** What a history says of itself under a word in both languages; in English alone where its Chinese is not known. */
export function labelled(zh: string, en: string, sentence: string): string {
  const chinese = inChinese(sentence);
  const told = chinese === sentence ? sentence : `${chinese}。 ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  return `${zh} ${en}: ${told}.`;
}
