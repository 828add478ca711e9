import { type Attributes, attributesText, type Child, Markup, textOf } from './markup.ts';

/** One SVG element. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const inside = children.map(textOf).join('');
  const start = `<${name}${attributesText(attributes)}`;
  return new Markup(inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`);
}

/** A straight line between two points. */
export const segment = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes): Markup =>
  element('line', { x1, y1, x2, y2, ...attributes });

/** A rectangle given by its edges. */
export const rectangle = (x0: number, y0: number, x1: number, y1: number, attributes: Attributes): Markup =>
  element('rect', { x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0), ...attributes });

/** Half a pixel off the grid, where a hairline is sharp. */
export const crisp = (at: number): number => Math.round(at - 0.5) + 0.5;
