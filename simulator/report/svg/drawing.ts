import type { Size } from '../chart.ts';
import { element } from './element.ts';
import type { Child } from './markup.ts';

const font = "var(--tt-font, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif)";

/**
 * A whole SVG document. Looks are presentation attributes, never `style`, so that it shows under a page's strict content
 * policy. A screen reader says the title and the description, and nothing of the marks.
 */
export const drawing = (
  kind: string,
  { width, height }: Size,
  title: string,
  description: string,
  ...children: readonly Child[]
): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `tt-chart tt-chart-${kind}`,
      role: 'img',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': font,
      'font-size': 12,
      'font-variant': 'tabular-nums',
    },
    element('title', {}, title),
    element('desc', {}, description),
    ...children,
  ).text;
