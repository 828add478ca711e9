import { expect } from 'vitest';
import type { Chart } from '../../../simulator/report/chart.ts';
import { overlap } from '../../../simulator/report/svg/text.ts';
import { pointsOf, readSvg, tagsOf, textIn, textsOf } from './read-svg.ts';

const names = new Set(['svg', 'title', 'desc', 'g', 'path', 'line', 'rect', 'circle', 'text']);
/** No `style`, no `href`, no handler, no id: what a drawing may say of itself. */
const attributes = new Set(
  'xmlns class role width height viewBox font-family font-size font-variant font-weight text-anchor fill fill-opacity stroke stroke-opacity stroke-width stroke-dasharray stroke-linejoin opacity paint-order transform x y x1 y1 x2 y2 cx cy r rx d'.split(
    ' ',
  ),
);

/** What XML cannot hold is shown as a replacement character. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** What holds for every chart, whatever its data: throws at the first that does not. */
export function checkChart({ title, caption, svg, table }: Chart): void {
  const root = readSvg(svg);
  const [width, height] = [Number(root.attributes.width), Number(root.attributes.height)];
  expect(root.attributes).toMatchObject({ role: 'img', viewBox: `0 0 ${width} ${height}` });
  expect(textIn(root.children[0] as never)).toBe(title.replace(notXml, '\uFFFD'));
  expect([title, caption].every((text) => text.length > 0)).toBe(true);

  for (const { tag } of tagsOf(root)) {
    expect(names).toContain(tag.name);
    for (const [name, value] of Object.entries(tag.attributes)) {
      expect(attributes).toContain(name);
      expect(value, `${tag.name} ${name}`).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  }
  for (const { x, y, of } of pointsOf(root)) {
    // A stroke or a ring may stand half its width out.
    expect(x >= -2 && x <= width + 2 && y >= -2 && y <= height + 2, `${of} at ${x}, ${y} of ${width} × ${height}`).toBe(true);
  }
  const texts = textsOf(root);
  for (const { text, sizePx, box } of texts) {
    expect(text, 'an empty text').not.toBe('');
    expect(sizePx, text).toBeGreaterThanOrEqual(12);
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    expect(
      box.x0 >= -1 && box.x1 <= width + 1 && box.y0 >= -1 && box.y1 <= height + 1,
      `"${text}" leaves the drawing: ${JSON.stringify(box)}`,
    ).toBe(true);
  }
  texts.forEach((one, at) => {
    const other = texts.slice(at + 1).find(({ box }) => overlap(one.box, box, -0.5));
    expect(other && `"${one.text}" covers "${other.text}" at ${JSON.stringify([one.box, other.box])}`).toBeUndefined();
  });
  for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  expect(table.rows.flat().join(' ')).not.toMatch(/NaN|Infinity|undefined/);
}
