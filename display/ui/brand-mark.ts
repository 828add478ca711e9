import { svg } from 'lit';

/** A roof over two bells: 厅堂, the lobby and its chime. Takes the colour and size of the text beside it; a bank puts its own in place. */
export const brandMark = svg`<svg viewBox="4 4 24 22" width="1.4em" height="1.28em" aria-hidden="true" fill="currentColor"><path d="M6 13.5 16 7l10 6.5" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/><circle cx="12" cy="21" r="3.2"/><circle cx="21.5" cy="19" r="2.2" opacity="0.7"/></svg>`;
