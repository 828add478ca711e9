/** What charts are made of. Anything else in one is a bug, or not a chart. */
const drawn = new Set([
  'svg',
  'title',
  'desc',
  'defs',
  'g',
  'path',
  'line',
  'rect',
  'circle',
  'text',
  'tspan',
  'polyline',
  'polygon',
  'clipPath',
  'pattern',
]);

interface Policy {
  createHTML(text: string): string;
}
interface PolicyMaker {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | null = null;

/** The page takes markup only from a named maker (its content policy says so); this one lets through SVG that is then looked at. */
function trusted(svg: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyMaker };
  policy ??= trustedTypes?.createPolicy('tingtang-chart', { createHTML: (text) => text }) ?? { createHTML: (text) => text };
  return policy.createHTML(svg);
}

/** A chart's SVG as nodes of this page. It is parsed as XML, never as HTML, and may hold shapes and texts only. */
export function drawingFrom(svg: string): Node {
  const { documentElement: root } = new DOMParser().parseFromString(trusted(svg), 'image/svg+xml');
  for (const element of [root, ...root.querySelectorAll('*')]) {
    const odd = [...element.attributes].find(({ name }) => /^on|href$|^style$/i.test(name));
    if (!drawn.has(element.tagName) || odd !== undefined) throw new Error(`a chart may not hold ${odd?.name ?? element.tagName}`);
  }
  return document.importNode(root, true);
}
