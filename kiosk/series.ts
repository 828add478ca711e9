import type { Board } from '../simulator/lobby/board/board.ts';
import type { Request } from './issuing.ts';

type Declared = Pick<Board, 'services' | 'segments' | 'traits'>;

/** The least favoured tier, last declared: who says nothing else is one of these. */
const ordinary = ({ segments }: Declared): string | null => {
  const least = Math.max(...segments.map(({ tier }) => tier));
  return segments.findLast(({ tier }) => tier === least)?.code ?? null;
};

/** [N1] The series a ticket's number will have: the segment's own, else the first service's. */
export function seriesOf(board: Declared, request: Pick<Request, 'services' | 'segment'>): string | null {
  const segment = request.segment ?? ordinary(board);
  const own = board.segments.find(({ code }) => code === segment)?.series;
  return own ?? board.services.find(({ id }) => id === request.services[0])?.series ?? null;
}

/** Every series that a customer at this kiosk may need. */
export function seriesNeeded(board: Declared): readonly string[] {
  const segments = [null, ...board.traits.flatMap(({ claimable, segment }) => (claimable && segment ? [segment] : []))];
  const all = board.services.flatMap(({ id }) => segments.map((segment) => seriesOf(board, { services: [id], segment })));
  return [...new Set(all.filter((series) => series !== null))];
}
