import type { Box } from '../../../simulator/report/svg/text.ts';
import { boxOf } from '../../../simulator/report/svg/text.ts';

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Tag | string)[];
}

const token = /<\/([a-zA-Z0-9]+)>|<([a-zA-Z0-9]+)((?:\s+[\w:-]+="[^"<>]*")*)\s*(\/?)>|([^<>]+)/y;
const entity = /&(?:amp|lt|gt|quot|#39);/g;
const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plainText = (text: string): string => {
  const bare = text.replace(entity, '');
  if (bare.includes('&')) throw new Error(`a bare & in ${JSON.stringify(text)}`);
  return text.replace(entity, (one) => characters[one]!);
};

/** Reads a drawing strictly: whatever is not well-formed throws. */
export function readSvg(svg: string): Tag {
  const root: Tag = { name: '', attributes: {}, children: [] };
  const open: Tag[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < svg.length) {
    const at = token.lastIndex;
    const found = token.exec(svg);
    if (!found) throw new Error(`not well-formed at ${at}: ${svg.slice(at, at + 80)}`);
    const [, end, start, attributes = '', empty, text] = found;
    if (text !== undefined) open.at(-1)!.children.push(plainText(text));
    else if (end !== undefined) {
      if (open.pop()!.name !== end) throw new Error(`</${end}> closes something else`);
    } else {
      const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, plainText(value!)] as const);
      const tag: Tag = { name: start!, attributes: Object.fromEntries(pairs), children: [] };
      if (Object.keys(tag.attributes).length !== pairs.length) throw new Error(`an attribute comes twice: ${found[0]}`);
      open.at(-1)!.children.push(tag);
      if (empty === '') open.push(tag);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one closed element');
  return root.children[0] as Tag;
}

/** All elements, each with those around it. */
export function* tagsOf(tag: Tag, around: readonly Tag[] = []): Generator<{ readonly tag: Tag; readonly around: readonly Tag[] }> {
  yield { tag, around };
  for (const child of tag.children) if (typeof child !== 'string') yield* tagsOf(child, [...around, tag]);
}

export const textIn = (tag: Tag): string =>
  tag.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');

export interface DrawnText {
  readonly text: string;
  readonly sizePx: number;
  readonly box: Box;
}

/** The texts with what they cover, by the widths the product reckons with. */
export const textsOf = (svg: Tag): readonly DrawnText[] =>
  [...tagsOf(svg)]
    .filter(({ tag }) => tag.name === 'text')
    .map(({ tag, around }) => {
      const { x, y, 'font-size': size, 'text-anchor': anchor = 'start' } = tag.attributes;
      const sizePx = Number(size);
      const text = textIn(tag);
      const moved = shiftOf(around);
      return {
        text,
        sizePx,
        box: boxOf({ x: Number(x) + moved.x, y: Number(y) + moved.y, text, sizePx, anchor: anchor as 'start' | 'middle' | 'end' }),
      };
    });

/** Every point that marks go through: ends of lines, corners of rectangles, points of paths, edges of circles. */
export const pointsOf = (svg: Tag): readonly { readonly x: number; readonly y: number; readonly of: string }[] =>
  [...tagsOf(svg)].flatMap(({ tag, around }) => {
    const { x, y } = shiftOf(around);
    return markPoints(tag).map(([px, py]) => ({ x: px + x, y: py + y, of: tag.name }));
  });

function markPoints({ name, attributes }: Tag): readonly (readonly [number, number])[] {
  const n = (key: string): number => Number(attributes[key]);
  switch (name) {
    case 'line':
      return [
        [n('x1'), n('y1')],
        [n('x2'), n('y2')],
      ];
    case 'rect':
      return [
        [n('x'), n('y')],
        [n('x') + n('width'), n('y') + n('height')],
      ];
    case 'circle':
      return [
        [n('cx') - n('r'), n('cy') - n('r')],
        [n('cx') + n('r'), n('cy') + n('r')],
      ];
    case 'path':
      return pathPoints(attributes.d ?? '');
    default:
      return [];
  }
}

function pathPoints(d: string): readonly (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([MLHVZl])([^MLHVZl]*)/g)].map(([, verb, numbers]) => {
    const given = (numbers!.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    if (verb === 'H') x = given[0]!;
    else if (verb === 'V') y = given[0]!;
    else if (verb === 'l') [x, y] = [x + given[0]!, y + given[1]!];
    else if (verb !== 'Z') [x, y] = [given[0]!, given[1]!];
    return [x, y];
  });
}

function shiftOf(around: readonly Tag[]): { readonly x: number; readonly y: number } {
  const moves = around.flatMap(({ attributes }) => {
    const moved = /^translate\((-?[\d.]+) (-?[\d.]+)\)$/.exec(attributes.transform ?? '');
    return moved ? [[Number(moved[1]), Number(moved[2])] as const] : [];
  });
  return { x: moves.reduce((sum, [x]) => sum + x, 0), y: moves.reduce((sum, [, y]) => sum + y, 0) };
}
