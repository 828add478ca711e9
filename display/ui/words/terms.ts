import type { z } from 'zod';
import type { stationPaused } from '../../../simulator/lobby/journal/station-events.ts';
import type { TicketStatus } from '../../../simulator/lobby/state.ts';

/** Closed sets of codes that a catalogue must name, each taken from the core so that a new code is a compile error here. */
export type PauseReason = z.infer<typeof stationPaused>['data']['reason'];

/** A ticket's status as HTTP answers it: those of the lobby, and the ends. */
export type TicketStatusName = TicketStatus | 'done' | 'abandoned' | 'void';

/** What a teller can do with one key. */
export type ConsoleVerbName =
  | 'open'
  | 'close'
  | 'pause'
  | 'unpause'
  | 'call-next'
  | 'call'
  | 'recall'
  | 'no-show'
  | 'start'
  | 'finish'
  | 'finish-otherwise'
  | 'ready'
  | 'transfer'
  | 'park'
  | 'resume'
  | 'undo';

/** Why somebody needs the greeter, the most pressing first. */
export const needReasons = [
  'help',
  'unservable',
  'over-promise',
  'over-target',
  'device-failed',
  'printer',
  'confirm',
  'care',
  'new',
  'device-free',
  'near-promise',
  'paper-low',
] as const;
export type NeedReason = (typeof needReasons)[number];

/** How the use of a device ends, as a greeter says it. */
export type OutcomeAtDevice = 'done' | 'device-failed' | 'documents-missing';

/** What a manager is shown first. */
export type Trouble =
  | 'unservable'
  | 'late'
  | 'promise-broken'
  | 'closed-while-waiting'
  | 'paused-long'
  | 'called-long'
  | 'help-long'
  | 'printer'
  | 'paper-low'
  | 'proposal-open'
  | 'proposal-close';
