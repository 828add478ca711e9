import type { BoardCounter, BoardTicket } from '../../simulator/lobby/board/board.ts';
import type { ConsoleVerbName } from '../ui/words/terms.ts';

/** One key a verb, by its place on the keyboard, so that a Chinese input method never swallows it. Grouped as the console shows them; the places never change, so that hands learn them. */
export const verbGroups: readonly {
  readonly name: 'call' | 'serve' | 'move' | 'station';
  readonly verbs: readonly ConsoleVerbName[];
}[] = [
  { name: 'call', verbs: ['call-next', 'call', 'recall', 'no-show'] },
  { name: 'serve', verbs: ['start', 'finish', 'finish-otherwise', 'ready'] },
  { name: 'move', verbs: ['transfer', 'park', 'resume', 'undo'] },
  { name: 'station', verbs: ['open', 'pause', 'unpause', 'close'] },
];

export const keyOf: Readonly<Record<ConsoleVerbName, string>> = {
  'call-next': 'N',
  call: 'C',
  recall: 'R',
  'no-show': 'M',
  start: 'S',
  finish: 'F',
  'finish-otherwise': 'G',
  ready: 'Y',
  transfer: 'T',
  park: 'K',
  resume: 'B',
  undo: 'Z',
  open: 'O',
  pause: 'P',
  unpause: 'U',
  close: 'X',
};

const verbOfCode = new Map(Object.entries(keyOf).map(([verb, key]) => [`Key${key}`, verb as ConsoleVerbName]));

/** The verb of a pressed key (`KeyboardEvent.code`), if it has one. */
export const verbOfKey = (code: string): ConsoleVerbName | undefined => verbOfCode.get(code);

/** What a teller can do now. The server decides; this only greys what it would refuse. */
export function verbsNow(counter: BoardCounter, chosen: BoardTicket | null, nowMs: number): ReadonlySet<ConsoleVerbName> {
  const can = new Set<ConsoleVerbName>(byStatus(counter));
  if (can.has('call-next')) {
    if (chosen?.status === 'waiting') can.add('call');
    if (chosen !== null && chosen.status !== 'waiting') can.add('resume');
  }
  if (counter.undo && counter.undo.until > nowMs) can.add('undo');
  return can;
}

function byStatus({ status, phase }: BoardCounter): readonly ConsoleVerbName[] {
  switch (status) {
    case 'closed':
      return ['open'];
    case 'ready':
      return ['call-next', 'pause', 'close'];
    case 'wrap-up':
      return ['ready', 'call-next', 'pause', 'close'];
    case 'paused':
      return ['unpause', 'close'];
    case 'busy':
      return phase === 'called'
        ? ['start', 'recall', 'no-show', 'park', 'transfer']
        : ['finish', 'finish-otherwise', 'park', 'transfer'];
  }
}

/** The one thing usually done next. */
export function usualVerb(counter: BoardCounter): ConsoleVerbName {
  switch (counter.status) {
    case 'closed':
      return 'open';
    case 'ready':
    case 'wrap-up':
      return 'call-next';
    case 'paused':
      return 'unpause';
    case 'busy':
      return counter.phase === 'called' ? 'start' : 'finish';
  }
}
