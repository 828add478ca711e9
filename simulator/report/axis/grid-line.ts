import { crisp, segment } from '../svg/element.ts';
import type { Markup } from '../svg/markup.ts';
import { paint } from '../theme/paint.ts';

// A hairline of full strength would shout where a theme's lines are white on black.
const look = { stroke: paint('line-strong'), 'stroke-opacity': 0.35 };

/** A hairline across, to read values by. */
export const lineAcross = (x1: number, x2: number, y: number): Markup => segment(x1, crisp(y), x2, crisp(y), look);

/** A hairline upright. */
export const lineUpright = (x: number, y1: number, y2: number): Markup => segment(crisp(x), y1, crisp(x), y2, look);
