import { expect, it } from 'vitest';
import { replyReader } from '../../../server/print/printer-replies.ts';

const read = (...bytes: number[]) => replyReader()(Uint8Array.from(bytes));

it.each([
  ['paper in order', 0x12, { to: 'sensor', paperOut: false, paperLow: false }],
  ['roll nearly used up', 0x1e, { to: 'sensor', paperOut: false, paperLow: true }],
  ['no paper', 0x72, { to: 'sensor', paperOut: true, paperLow: false }],
  ['no paper, near-end too', 0x7e, { to: 'sensor', paperOut: true, paperLow: true }],
  ['done', 0x00, { to: 'done', paperOut: false, paperLow: false }],
  ['done, roll nearly used up', 0x03, { to: 'done', paperOut: false, paperLow: true }],
])('reads %s', (_, byte, reply) => {
  expect(read(byte)).toEqual([reply]);
});

it('does not take the tail of an unasked status message for an answer, in one packet or in four', () => {
  const message = [0x18, 0x00, 0x00, 0x0f];
  expect(read(...message, 0x12).map(({ to }) => to)).toEqual(['sensor']);
  const reader = replyReader();
  expect(message.flatMap((byte) => reader(Uint8Array.of(byte)))).toEqual([]);
  expect(reader(Uint8Array.of(0x00)).map(({ to }) => to)).toEqual(['done']);
});

it('ignores noise', () => {
  expect(read(0xff, 0x93, 0x80)).toEqual([]);
});
