import { range } from 'd3';
import { paint } from '../theme/paint.ts';
import { segment } from './element.ts';
import { type Markup, markup } from './markup.ts';
import { type Box, boxOf, drawText, overlap, smallPx, type Text } from './text.ts';
import { textWidth } from './text-width.ts';

/** A label that wants to stand beside a point. */
export interface Wish {
  readonly x: number;
  readonly y: number;
  /** Half the size of the mark at the point. */
  readonly clearPx: number;
  readonly text: string;
  readonly look: Pick<Text, 'paint' | 'strong' | 'halo'>;
  /** Where there is no room beside the point, the nearest free place, with a line to the point. */
  readonly must: boolean;
  /** Above the point rather than beside it. */
  readonly above?: boolean;
}

export interface Placed {
  readonly text: Text;
  /** From the point, when the label stands away from it. */
  readonly leader: readonly [x1: number, y1: number, x2: number, y2: number] | null;
}

/** Where a label may stand about its point, best first. */
const about = [
  [1, 0, 'start'],
  [1, -1, 'start'],
  [1, 1, 'start'],
  [-1, 0, 'end'],
  [-1, -1, 'end'],
  [-1, 1, 'end'],
  [0, -1, 'middle'],
  [0, 1, 'middle'],
] as const;

/**
 * Puts labels beside their points, the first wish first, where they stay inside and cover neither one another nor an
 * obstacle. One that finds no place is left out (null): a chart's table has it.
 */
export function place(wishes: readonly Wish[], inside: Box, obstacles: readonly Box[]): readonly (Placed | null)[] {
  const taken = [...obstacles];
  const free = (text: Text): boolean => {
    const box = boxOf(text);
    return within(box, inside) && !taken.some((other) => overlap(box, other, 2));
  };
  return wishes.map((wish) => {
    const beside = besides(wish).find(free);
    const text = beside ?? (wish.must ? nearest(wish, inside, free) : undefined);
    if (text === undefined) return null;
    const box = boxOf(text);
    taken.push(box);
    return { text, leader: beside ? null : leaderOf(wish, box) };
  });
}

export const drawPlaced = (placed: readonly (Placed | null)[]): Markup =>
  markup(
    placed.map(
      (one) => one && [one.leader && segment(...one.leader, { stroke: paint('ink-faint'), 'stroke-width': 1 }), drawText(one.text)],
    ),
  );

function besides({ x, y, clearPx, text, look, above }: Wish): Text[] {
  const order = above === true ? [...about].sort(([a], [b]) => Math.abs(a) - Math.abs(b)) : about;
  return [1, 1.8].flatMap((reach) =>
    order.map(([dx, dy, anchor]) => {
      const away = reach * (clearPx + 4);
      const rise = dx === 0 ? away + smallPx / 2 : away * 0.6 + smallPx / 2;
      return { ...look, text, anchor, x: x + dx * away, y: y + 0.36 * smallPx + dy * rise };
    }),
  );
}

/** How far a name may stand from its point, px. */
const reachX = 180;
const reachY = 120;

/** The free place nearest to the point, on a grid. */
function nearest({ x, y, text, look }: Wish, inside: Box, free: (text: Text) => boolean): Text | undefined {
  const half = textWidth(text, smallPx) / 2;
  const middles = range(Math.max(inside.x0 + half, x - reachX), Math.min(inside.x1 - half, x + reachX), 12).flatMap((spotX) =>
    range(Math.max(inside.y0 + smallPx, y - reachY), Math.min(inside.y1, y + reachY), 6).map((spotY) => ({
      spot: { ...look, text, x: spotX, y: spotY, anchor: 'middle' as const },
      // Beside is nearer than above: a line of text is wider than it is high.
      distance: Math.hypot(spotX - x, 2 * (spotY - 4 - y)),
    })),
  );
  return middles.sort((a, b) => a.distance - b.distance).find(({ spot }) => free(spot))?.spot;
}

function leaderOf({ x, y }: Wish, box: Box): Placed['leader'] {
  return [x, y, Math.min(Math.max(x, box.x0), box.x1), Math.min(Math.max(y, box.y0), box.y1)];
}

const within = (a: Box, b: Box): boolean => a.x0 >= b.x0 && a.x1 <= b.x1 && a.y0 >= b.y0 && a.y1 <= b.y1;
