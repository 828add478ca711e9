import type { BandWords } from '../../simulator/lobby/board/wait-band.ts';
import type { Language } from '../../simulator/lobby/branch/language.ts';

/** Everything a paper slip says, in one language. */
export interface SlipWords {
  readonly yourNumber: string;
  readonly ahead: (people: number) => string;
  readonly expected: (band: string) => string;
  readonly band: BandWords;
  readonly goTo: (zone: string) => string;
  readonly waitHere: string;
  readonly bring: string;
  readonly scan: string;
  readonly comeBack: string;
  readonly again: string;
}

/** The words of the kiosk's screens, so that paper and screen say the same. */
export const slipWords: Readonly<Record<Language, SlipWords>> = {
  'zh-CN': {
    yourNumber: '您的号码',
    ahead: (people) => (people === 0 ? '前面没有人' : `前面还有 ${people} 人`),
    expected: (band) => `预计等候：${band}`,
    band: {
      none: '暂无预计',
      soon: '马上就到',
      upTo: (high) => `${high} 分钟以内`,
      about: (minutes) => `约 ${minutes} 分钟`,
      range: (low, high) => `约 ${low}–${high} 分钟`,
    },
    goTo: (zone) => `请到${zone}等候叫号`,
    waitHere: '请在大厅等候叫号',
    bring: '请备好',
    scan: '扫码，在手机上看进度',
    comeBack: '过号请到大堂经理处，我们重新安排',
    again: '补打：与前一张同号，任留一张即可',
  },
  en: {
    yourNumber: 'Your number',
    ahead: (people) => (people === 0 ? 'Nobody ahead of you' : `${people} ${people === 1 ? 'person' : 'people'} ahead of you`),
    expected: (band) => `Expected wait: ${band}`,
    band: {
      none: 'no estimate yet',
      soon: 'very soon',
      upTo: (high) => `up to ${high} min`,
      about: (minutes) => `about ${minutes} min`,
      range: (low, high) => `about ${low}–${high} min`,
    },
    goTo: (zone) => `Please wait in: ${zone}`,
    waitHere: 'Please wait in the lobby',
    bring: 'Please have ready',
    scan: 'Scan to follow it on your phone',
    comeBack: 'Missed your call? The greeter will place you again',
    again: 'Reprint: same number as before, keep either one',
  },
};
