import { css } from 'lit';

/** What every answer beside the board is set in. */
export const aboutStyles = css`
  :host { display: grid; gap: var(--tt-space-4); --tt-target: 44px; }
  h3 { font-size: var(--tt-text-s); margin-block-end: var(--tt-space-2); }
  .big { font-size: var(--tt-text-2xl); font-weight: var(--tt-weight-number); line-height: 1.2; }
  .soft { color: var(--tt-ink-soft); }
  .bad { color: var(--tt-breach); font-weight: var(--tt-weight-strong); }
  table { inline-size: 100%; border-collapse: collapse; }
  th, td { padding: var(--tt-space-2) var(--tt-space-2); text-align: end; border-block-end: 1px solid var(--tt-line); font-weight: var(--tt-weight-normal); }
  th:first-child, td:first-child { text-align: start; padding-inline-start: 0; }
  thead th { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); }
  .acts { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: var(--tt-space-2); }
  .words { text-align: start; }
  tt-ticket-number { font-size: 1.25rem; }
  .big tt-ticket-number { font-size: inherit; }
  .link { padding: 0; border: 0; background: none; color: var(--tt-brand); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.25em; }
`;
