import type { Names } from '../../../simulator/lobby/branch/names.ts';
import type { Announcement } from './announcer.ts';

const zhDigits = [...'零一二三四五六七八九'];
const enDigits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** A call as it is spoken: Chinese, then English, the number digit by digit, so that "A035" is never "A thirty-five". */
export function callSentences(number: string, place: Names): readonly Announcement[] {
  return [
    { language: 'zh-CN', text: `请 ${spelled(number, zhDigits, ' ')} 号，到${countedInChinese(place.zh)}` },
    { language: 'en', text: `Number ${spelled(number, enDigits, ', ')}, please go to ${place.en}` },
  ];
}

function spelled(number: string, digits: readonly string[], between: string): string {
  return [...number].map((character) => digits[Number.parseInt(character, 10)] ?? character).join(between);
}

/** "3号窗口" → "三号窗口", "12号" → "十二号": a place's number is counted, not spelled. Larger ones are left to the voice. */
function countedInChinese(text: string): string {
  return text.replace(/\d+/g, (figures) => {
    const value = Number(figures);
    if (value < 1 || value > 99) return figures;
    const tens = Math.floor(value / 10);
    const ones = value % 10;
    return `${tens > 1 ? zhDigits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? zhDigits[ones] : ''}`;
  });
}
