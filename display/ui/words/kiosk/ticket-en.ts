import type { ticketZh } from './ticket-zh-CN.ts';

/** What the phone ticket says, in English. */
export const ticketEn: typeof ticketZh = {
  title: 'My ticket',
  status: {
    waiting: 'Waiting',
    called: 'Your turn',
    serving: 'Being served',
    parked: 'On hold',
    'no-show': 'Missed',
    done: 'Done',
    abandoned: 'Cancelled',
    void: 'No longer valid',
  },
  next: 'You are next',
  nextHint: 'Please watch for your call',
  comeTo: (place) => `Please go to ${place}`,
  servingAt: (place) => `At ${place}`,
  parkedHint: 'We will call you again. Please stay in the lobby',
  noShowHint: 'Please see the greeter, who will place you again',
  doneHint: 'Thank you for coming',
  abandonedHint: 'To be served, please take a new number',
  leave: 'Leave the queue',
  leaveSure: 'Leave the queue? Your number will be cancelled',
  leaveYes: 'Yes, leave',
  leaving: 'Your number is being cancelled',
  leaveUndo: 'Undo and keep waiting',
  leaveNo: 'Keep waiting',
  unknown: 'This ticket was not found',
  unknownNext: 'It may be from another day. To be served, please take a new number.',
  waitIn: 'Waiting area',
  service: 'Service',
};
