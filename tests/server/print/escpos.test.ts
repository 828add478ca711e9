import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { demoBranch } from '../../../server/demo/branch.ts';
import { type Head, slipBytes } from '../../../server/print/escpos.ts';
import { slipOf } from '../../../server/print/slip.ts';
import { modulesOf, readPaper } from './paper-head.ts';
import { issued, phonePage, slipNumbered } from './slips.ts';

const wide: Head = { widthMm: 80, codepage: 'gb18030' };
const narrow: Head = { widthMm: 58, codepage: 'gb18030' };
const slip = slipNumbered('A012');
const branchNamed = (zh: string, en = zh) => ({ ...demoBranch, names: { zh, en } });
const paperOf = (name: string, head = wide) => readPaper(slipBytes(slipOf(branchNamed(name), issued, phonePage), head, 'first'));

describe('the bytes of a slip', () => {
  const bytes = slipBytes(slip, wide, 'first');
  const paper = readPaper(bytes);

  it('begins by initialising, ends with feed, cut and the question whether it is done', () => {
    expect(bytes.subarray(0, 2).toString('hex')).toBe('1b40');
    expect(bytes.subarray(-7).toString('hex')).toBe('1d5642001d7201');
    expect(paper.commands.filter((name) => name === '\x1dV')).toHaveLength(1);
  });

  it('writes Chinese as GB18030 after FS &', () => {
    // 现金存取
    expect(bytes.toString('hex')).toContain('1c26cfd6bdf0b4e6c8a1');
    expect(paper.lines).toContain('现金存取');
    expect(paper.lines).toContain('预计等候：约 8-14 分钟');
  });

  it.each([
    ['A012', wide, 6],
    ['A012', narrow, 6],
    ['AB10234', wide, 6],
    ['AB10234', narrow, 4],
  ])('prints the number %s as large as the paper allows', (number, head, scale) => {
    const size = ((scale - 1) << 4) | (scale - 1);
    const hex = slipBytes(slipNumbered(number), head, 'first').toString('hex');
    expect(hex).toContain(`1d21${size.toString(16)}1b74001c26${Buffer.from(number).toString('hex')}0a`);
  });

  it('draws a QR code of the phone page, as another encoder draws it', () => {
    const modules = modulesOf(paper.pictures[0]!);
    const drawn = [0, 1, 2, 3, 4, 5, 6, 7].map(
      (maskPattern) => encode(phonePage.href, { ecc: 'M', boostEcc: false, border: 0, maskPattern }).data,
    );
    expect(paper.pictures).toHaveLength(1);
    expect(drawn).toContainEqual(modules);
  });

  it('fits the QR code on narrow paper, also for a long address, and leaves it out without one', () => {
    const long = new URL(`https://lobby.example/t/${'x'.repeat(300)}`);
    const picture = readPaper(slipBytes(slipOf(demoBranch, issued, long), narrow, 'first')).pictures[0]!;
    expect(picture[0]!.length).toBeLessThanOrEqual(384);
    expect(readPaper(slipBytes(slipOf(demoBranch, issued, null), narrow, 'first')).pictures).toEqual([]);
  });

  it('breaks English between words', () => {
    expect(paperOf("The Old Harbour and Fishermen's Savings Branch", narrow).lines.slice(0, 2)).toEqual([
      "The Old Harbour and Fishermen's",
      'Savings Branch',
    ]);
  });

  it('cuts off what a broken try left, and says that it is a reprint', () => {
    const again = readPaper(slipBytes(slip, wide, 'again'));
    expect(again.commands.indexOf('\x1dV')).toBeLessThan(again.commands.indexOf('\x1c&'));
    expect(again.lines[0]).toContain('补打');
    expect(paper.lines.join()).not.toContain('补打');
  });

  it('writes ¥ as the wide sign, whose GB18030 form printers do not take for "0 6"', () => {
    expect(paperOf('¥100').lines[0]).toBe('￥100');
  });

  it('writes "?" for what a GBK printer lacks, and keeps the rest', () => {
    expect(paperOf('𠮷祥支行', { ...wide, codepage: 'gbk' }).lines[0]).toBe('?祥支行');
    expect(paperOf('𠮷祥支行').lines[0]).toBe('𠮷祥支行');
  });
});

describe('texts from configuration are literal', () => {
  const calm = paperOf('支行').commands;

  it.each([
    ['ESC @', '支\x1b@行', '支@行'],
    ['cut', '支\x1dV\x00行', '支V行'],
    ['drawer kick', '支\x1bp\x00\x19\x19行', '支p行'],
    ['power off in real time', '支\x10\x14\x02\x01\x08行', '支行'],
    ['line feeds', '支\n\n\r行', '支 行'],
    ['C1 controls', '支\u009b\u0085行', '支行'],
    ['right-to-left override', '支\u202e行', '支行'],
    ['half a surrogate pair', '支\ud800行', '支行'],
    ['a receiptline command', '{command:\\x1b@}', '{command:\\x1b@}'],
    ['a receiptline command, escaped', '\\x1b@\\x7f', '\\x1b@\\x7f'],
    ['a receiptline image', '{image:iVBORw0KGgo=}', '{image:iVBORw0KGgo=}'],
    ['a receiptline cut', '===', '==='],
    ['a receiptline rule', '---', '---'],
    ['receiptline columns', 'a|b|c', 'a|b|c'],
    ['receiptline looks', '"a" _b_ `c` ^^^d ~e', '"a" _b_ `c` ^^^d ~e'],
    ['markup', '<svg onload=alert(1)>', '<svg onload=alert(1)>'],
  ])('%s', (_, name, shown) => {
    const { lines, commands } = paperOf(name);
    expect(lines[0]).toBe(shown);
    expect(commands).toEqual(calm);
    // A line without any look of its own is what receiptline could take for a rule or a cut.
    const plain = readPaper(slipBytes(slipOf(branchNamed('支行', name), issued, phonePage), wide, 'first'));
    expect(plain.lines.slice(0, 2)).toEqual(['支行', shown]);
  });

  it('whatever the names are, the printer gets only the commands of a slip, and no real-time command', () => {
    const spiteful = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '\x1b',
          '\x1d',
          '\x1c',
          '\x10',
          '\x04',
          '\x14',
          '\\',
          '{',
          '}',
          '|',
          '=',
          '-',
          '^',
          '"',
          '\n',
          'x',
          '1',
          'b',
        ),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(spiteful, spiteful, spiteful, fc.webUrl(), (zh, en, service, link) => {
        const branch = {
          ...branchNamed(zh, en),
          services: demoBranch.services.map((one) => ({ ...one, names: { zh: service, en } })),
        };
        const bytes = slipBytes(slipOf(branch, issued, new URL(link)), wide, 'first');
        // Throws at any command that a slip has no use for, and at any byte that is neither text nor a command.
        const { commands } = readPaper(bytes);
        expect(commands.filter((name) => name === '\x1dV' || name === '\x1b@' || name === '\x1dv')).toEqual([
          '\x1b@',
          '\x1dv',
          '\x1dV',
        ]);
        expect(bytes.includes(Buffer.from([0x10, 0x04])) || bytes.includes(Buffer.from([0x10, 0x14]))).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
