import { css } from 'lit';

/** What the kiosk's steps share: touch-sized controls, a title, a foot that stays in reach. */
export const kioskStyles = css`
  button { border-radius: var(--tt-radius-touch); min-block-size: 72px; padding: var(--tt-space-3) var(--tt-space-6); }
  h1 { font-size: var(--tt-text-2xl); letter-spacing: 0; text-wrap: balance; }
  .soft { color: var(--tt-ink-soft); }
`;
