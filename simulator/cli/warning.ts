import { type Phrases, phraseIn } from '../report/words/phrases.ts';
import type { Language } from '../report/words/words.ts';

/** What is said of a model, a plan or a study before its figures, and its Chinese. */
const phrases: Phrases = [
  [/^who joins "(.+)" later is not simulated.*$/, '业务“$1”办理途中才加入的人不作模拟：不会去叫人，他们为此花的时间不计入任何指标'],
  [/^nobody comes: all expected arrivals are 0$/, '没有人来：期望到达全为 0'],
  [/^nobody on the roster can serve "([^"]+)"$/, '排班中没有人能办理“$1”'],
  [
    /^nobody on the roster can serve "(.+)", only what rule "(.+)" opens$/,
    '排班中没有人能办理“$1”，只有规则“$2”临时开的服务点能办',
  ],
  [/^"(.+)" has the skill "(.+)", which no service asks for$/, '“$1”有技能“$2”，但没有业务需要它'],
  [/^the roster is empty: nobody works$/, '排班表是空的：没有人上班'],
  [/^nobody is on the roster from (.+), while the doors are open.*$/, '营业时间内 $1 无人排班：这时等候的人无人受理'],
  [/^(\d+) of the roster's shifts reach beyond the opening hours (.+)$/, '有 $1 个班次超出营业时间 $2'],
  [
    /^up to (\d+) are on the roster at once, for (\d+) stations.*$/,
    '排班最多同时 $1 人，而由人服务的服务点只有 $2 个：其余的人待命',
  ],
  [
    /^overload without end: (\S+) hours of work come a day for (\S+) staff-hours.*$/,
    '长期超负荷：每天来 $1 小时的工作，营业时间内只有 $2 人时，且有的客户从不离开：此时的等候只说明一天有多长',
  ],
  [
    /^overload without end of "(.+)": (\S+) hours of work come a day for (\S+) staff-hours.*$/,
    '“$1”长期超负荷：每天来 $2 小时的工作，能办的人营业时间内只有 $3 人时，且有的客户从不离开：此时的等候只说明一天有多长',
  ],
  [/^the model did not hold when it was held against (\d+) recorded days \((.+)\)$/, '模型与 $1 天的记录相比不成立（$2）'],
  [/^stopped by hand; .* of the (\d+) days finished$/, '已手动停止；指标只含已完成的 $1 天'],
  [/^stopped by its time limit; .* of the (\d+) days finished$/, '时限已到；指标只含已完成的 $1 天'],
  [/^stopped, out of memory; .* of the (\d+) days finished$/, '内存不足而停止；指标只含已完成的 $1 天'],
  [/^stopped, a thread has died; .* of the (\d+) days finished$/, '有线程中止而停止；指标只含已完成的 $1 天'],
  [/^the half-width asked for (\S+) was not met in (\d+) days$/, '$2 天内未达到 $1 要求的半宽'],
];

/** Of plans by name: "today, mine: nobody on the roster can serve …". */
const named = /^(.+?): (.+)$/;

/** A warning in a language; as it is where its Chinese is not known, so that nothing is lost. */
export function warningIn(language: Language, text: string): string {
  if (language === 'en') return text;
  const [, whose, rest] = named.exec(text) ?? [];
  const ofPlan = (): string | null => {
    const told = rest === undefined ? null : phraseIn(phrases, rest);
    return told === null ? null : `${whose}：${told}`;
  };
  const chinese = phraseIn(phrases, text) ?? ofPlan() ?? text;
  return chinese === text ? text : chinese.replaceAll(/(\d\d:\d\d) to (\d\d:\d\d),?/g, '$1–$2').replaceAll('", "', '”、“');
}

/** Under a word in both languages, as it is read on a terminal. */
const underWord =
  (word: string) =>
  (text: string): string => {
    const chinese = warningIn('zh-CN', text);
    return `${word}: ${chinese === text ? text : `${chinese}。 ${text.charAt(0).toUpperCase()}${text.slice(1)}`}.`;
  };
export const warningLine = underWord('注意 Warning');
export const noteLine = underWord('说明 Note');
