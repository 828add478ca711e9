import { html } from 'lit';
import './elements/brand-mark.ts';

/** The bank's mark, before the branch's name. */
export const brandMark = html`<tt-brand-mark aria-hidden="true"></tt-brand-mark>`;
