import { describe, expect, test } from 'vitest';
import { Announcer, type Voice } from '../../../display/ui/sound/announcer.ts';
import { callSentences } from '../../../display/ui/sound/call-text.ts';

/** A voice that sounds until the test says it has ended, and a watchdog that barks when told to. */
function heldVoice() {
  const said: string[] = [];
  const ends: (() => void)[] = [];
  const barks: (() => void)[] = [];
  let hushes = 0;
  const sound = (text: string): Promise<void> => {
    said.push(text);
    return new Promise((resolve) => ends.push(resolve));
  };
  const hush = (): void => {
    hushes += 1;
  };
  const voice: Voice = { chime: () => sound('chime'), speak: (text) => sound(text), hush };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    said,
    announcer: new Announcer(voice, (_ms, bark) => {
      barks.push(bark);
      return () => void barks.splice(barks.indexOf(bark), 1);
    }),
    async end() {
      ends.shift()?.();
      await settle();
    },
    async bark() {
      barks[0]?.();
      await settle();
    },
    settle,
    hushes: () => hushes,
  };
}

const call = (number: string) => [
  { language: 'zh-CN' as const, text: `${number} zh` },
  { language: 'en' as const, text: `${number} en` },
];

describe('announcements', () => {
  test('six calls at once are all spoken, whole and in order, never two at a time', async () => {
    const { announcer, said, end, settle } = heldVoice();
    const numbers = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'];
    const all = Promise.all(numbers.map((number) => announcer.announce(call(number))));
    await settle();
    for (let sounds = 1; sounds <= numbers.length * 3; sounds += 1) {
      expect(said).toHaveLength(sounds);
      await end();
    }
    await all;
    expect(said).toEqual(numbers.flatMap((number) => ['chime', `${number} zh`, `${number} en`]));
  });

  test('a voice that never ends is hushed by the watchdog and the next sentence is said', async () => {
    const { announcer, said, end, bark, settle, hushes } = heldVoice();
    void announcer.announce(call('A1'));
    await settle();
    await end();
    expect(said).toEqual(['chime', 'A1 zh']);
    await bark();
    expect(hushes()).toBe(1);
    expect(said).toEqual(['chime', 'A1 zh', 'A1 en']);
  });

  test('a sound that fails does not silence the calls after it', async () => {
    const said: string[] = [];
    const announcer = new Announcer({
      chime: () => Promise.reject(new Error('no audio')),
      speak: async (text) => void said.push(text),
      hush: () => {},
    });
    await announcer.announce(call('A1'));
    await announcer.announce(call('A2'));
    expect(said).toEqual(['A1 zh', 'A1 en', 'A2 zh', 'A2 en']);
  });
});

test.each([
  [
    'A035',
    { zh: '3号窗口', en: 'Counter 3' },
    '请 A 零 三 五 号，到三号窗口',
    'Number A, zero, three, five, please go to Counter 3',
  ],
  [
    'V102',
    { zh: '12号窗口', en: 'Counter 12' },
    '请 V 一 零 二 号，到十二号窗口',
    'Number V, one, zero, two, please go to Counter 12',
  ],
  [
    'B1001',
    { zh: '理财台20', en: 'Advice desk 20' },
    '请 B 一 零 零 一 号，到理财台二十',
    'Number B, one, zero, zero, one, please go to Advice desk 20',
  ],
])('%s is spoken digit by digit, Chinese first', (number, place, zh, english) => {
  expect(callSentences(number, place)).toEqual([
    { language: 'zh-CN', text: zh },
    { language: 'en', text: english },
  ]);
});
