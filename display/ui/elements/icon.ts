import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Line drawings on a 24 grid; they take the colour and size of the text beside them. */
const drawings = {
  arrow: svg`<path d="M4 12h15M13 5.5 19.5 12 13 18.5"/>`,
  left: svg`<path d="M20 12H5M11 5.500 4.500 12l6.500 6.500"/>`,
  right: svg`<path d="M4 12h15M13 5.500 19.500 12 13 18.500"/>`,
  ahead: svg`<path d="M12 20V5M5.500 11 12 4.500l6.500 6.500"/>`,
  behind: svg`<path d="M18.500 20V10a6 6 0 0 0-12 0v9M2 14.500l4.500 4.700 4.500-4.700"/>`,
  upstairs: svg`<path d="M3 20h5v-5h5v-5h5V4M12.500 4H18"/><path d="M3.500 11 9 5.500M9 9.500v-4h-4"/>`,
  downstairs: svg`<path d="M3 4v5h5v5h5v5h7"/><path d="M14 4.500 19.500 10M15.500 10h4V6"/>`,
  back: svg`<path d="M20 12H5M11 5.5 4.5 12l6.5 6.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.4 2"/>`,
  people: svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.8 19.5c.5-3.4 3-5.3 6.2-5.3s5.700 1.900 6.200 5.300M15.500 4.900a3.500 3.500 0 0 1 0 6.200M17.500 14.600c2 .7 3.300 2.400 3.700 4.900"/>`,
  person: svg`<circle cx="12" cy="8" r="3.8"/><path d="M4.800 20c.5-4 3.300-6 7.200-6s6.700 2 7.200 6"/>`,
  place: svg`<path d="M12 21c4.300-4.600 6.500-8 6.500-11a6.500 6.500 0 0 0-13 0c0 3 2.200 6.400 6.500 11Z"/><circle cx="12" cy="10" r="2.300"/>`,
  paper: svg`<path d="M6 3.500h8.500L18.500 8v12.500h-12.500z M14 3.500V8.500h4.500 M9 12.500h6.500M9 16h6.500"/>`,
  heart: svg`<path d="M12 20C6.500 16 3.500 12.800 3.500 9.200A4.200 4.200 0 0 1 7.800 5C9.600 5 11.200 6 12 7.600 12.800 6 14.400 5 16.200 5a4.200 4.200 0 0 1 4.300 4.200C20.500 12.800 17.500 16 12 20Z"/>`,
  hand: svg`<path d="M7 12.500V6.800a1.400 1.400 0 0 1 2.800 0V11 5a1.400 1.400 0 0 1 2.800 0v6-5a1.400 1.400 0 0 1 2.800 0v5.500-3.200a1.400 1.400 0 0 1 2.800 0V14c0 4.200-2.400 6.800-5.800 6.800-2.700 0-4.300-1.100-5.800-3.700L4 12.900a1.400 1.400 0 0 1 2.400-1.300z"/>`,
  'sound-on': svg`<path d="M4 9.500v5h3.500l5 4v-13l-5 4zM16 9a4.200 4.200 0 0 1 0 6M18.500 6.500a7.800 7.800 0 0 1 0 11"/>`,
  'sound-off': svg`<path d="M4 9.500v5h3.500l5 4v-13l-5 4zM16.500 9.500l5 5M21.500 9.500l-5 5"/>`,
  live: svg`<circle cx="12" cy="12" r="4" fill="currentColor" stroke="none"/>`,
  'not-live': svg`<path d="M3 3l18 18M8.500 15.500a5 5 0 0 1 6.200-.7M5.500 12.300a9.500 9.500 0 0 1 4.200-2.500M2.500 8.800a14 14 0 0 1 4-2.600M11 5.100a14 14 0 0 1 10.500 3.700M14.300 9.600a9.500 9.500 0 0 1 4.200 2.700"/><circle cx="12" cy="19" r="1.200" fill="currentColor" stroke="none"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  check: svg`<path d="M4.500 12.500 10 18 20 6.500"/>`,
  alert: svg`<path d="M12 4 2.800 20h18.400zM12 10v4.500"/><circle cx="12" cy="17.200" r=".6" fill="currentColor"/>`,
  undo: svg`<path d="M8.500 5 4 9.500 8.500 14M4.500 9.500H14a5.500 5.500 0 0 1 0 11H9"/>`,
  globe: svg`<circle cx="12" cy="12" r="8.500"/><path d="M3.500 12h17M12 3.500c2.600 2.600 3.700 5.400 3.700 8.500s-1.100 5.900-3.700 8.500c-2.600-2.600-3.700-5.400-3.700-8.500s1.100-5.900 3.700-8.500Z"/>`,
  print: svg`<path d="M3 18 7.500 6.500 12 18M4.500 14.300h6M14 18l3.500-9 3.500 9M15.200 15.200h4.600"/>`,
  theme: svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 3.500a8.500 8.500 0 0 1 0 17z" fill="currentColor"/>`,
} as const;
export type IconName = keyof typeof drawings;
export const icons = Object.keys(drawings) as IconName[];

/** A picture that repeats what a word says; hidden from screen readers. */
@customElement('tt-icon')
export class Icon extends LitElement {
  @property() name: IconName = 'check';

  static override readonly styles = css`
    :host { display: inline-flex; vertical-align: -0.15em; }
    svg { inline-size: 1.15em; block-size: 1.15em; fill: none; stroke: currentColor; stroke-width: 1.9; stroke-linecap: round; stroke-linejoin: round; }
  `;

  override render() {
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">${drawings[this.name]}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-icon': Icon;
  }
}
