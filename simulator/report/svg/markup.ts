/** Text that is already SVG or HTML. Whatever is not Markup is escaped on its way in, so no data can become a tag. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Child = Markup | string | number | null | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | null | undefined>>;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What XML 1.0 cannot hold: control characters and halves of surrogate pairs. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text that XML can hold, in one line. */
export const readable = (text: string): string => text.replace(notXml, '\uFFFD').replace(/[\t\n\r]/g, ' ');

/** A text as it is read, whatever it holds. */
export const escaped = (text: string): string =>
  text.replace(notXml, '\uFFFD').replace(/[&<>"']/g, (character) => entities[character]!);

/** Children side by side. */
export const markup = (...children: readonly Child[]): Markup => new Markup(children.map(textOf).join(''));

/** ` name="value"` for every attribute that has one. Lengths keep two decimals; one that is no number is a bug and throws. */
export function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null || value === undefined ? '' : ` ${name}="${escaped(attributeText(name, value))}"`))
    .join('');
}

function attributeText(name: string, value: string | number): string {
  return typeof value === 'string' ? value : px(value, name);
}

/** A length in px as SVG text. */
export function px(value: number, of = 'a length'): string {
  if (!Number.isFinite(value)) throw new RangeError(`${of} must be a finite number, got ${value}`);
  return String(Math.round(value * 100) / 100 + 0);
}

export function textOf(child: Child): string {
  if (child === null) return '';
  if (child instanceof Markup) return child.text;
  return typeof child === 'object' ? child.map(textOf).join('') : escaped(String(child));
}
