import { type Attributes, attributesText, type Child, Markup, textOf } from '../svg/markup.ts';

const empty = new Set(['meta', 'br', 'hr', 'link']);

/** One HTML element. */
export function html(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const start = `<${name}${attributesText(attributes)}>`;
  return new Markup(empty.has(name) ? start : `${start}${children.map(textOf).join('')}</${name}>`);
}
