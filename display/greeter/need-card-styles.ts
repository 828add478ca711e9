import { css } from 'lit';

/** Number, reason and wait above, the advice and thumb-sized buttons below; where that is too narrow, one thing under the other. */
export const needCardStyles = css`
  :host { --tt-target: 60px; container-type: inline-size; }
  article { display: grid; grid-template-columns: minmax(6.5rem, auto) minmax(0, 1fr) auto; gap: var(--tt-space-3) var(--tt-space-4); padding: var(--tt-space-3) var(--tt-space-4); background: var(--tt-surface); border: 1px solid var(--tt-line); border-inline-start: 6px solid var(--tt-line-strong); border-radius: var(--tt-radius-card); }
  .grave { border-inline-start-color: var(--tt-breach); }
  .warn { border-inline-start-color: var(--tt-at-risk); }
  tt-ticket-number { font-size: 2.25rem; line-height: 1.1; }
  .who { min-inline-size: 0; display: grid; gap: 2px; justify-items: start; align-content: start; }
  .reason { font-weight: var(--tt-weight-strong); }
  .reason span { font-weight: var(--tt-weight-normal); }
  .grave .reason { color: var(--tt-breach); }
  .warn .reason { color: var(--tt-at-risk); }
  h3 { display: flex; flex-wrap: wrap; gap: 0 var(--tt-space-2); align-items: center; font-size: 1.125rem; overflow-wrap: anywhere; }
  h3 tt-ticket-marks { font-weight: var(--tt-weight-normal); font-size: var(--tt-text-s); }
  .also, .wait span, .acts p { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); }
  .wait { display: grid; align-content: start; text-align: end; }
  .acts { grid-column: 1 / -1; display: flex; gap: var(--tt-space-3); align-items: center; }
  .acts p { flex: 1; min-inline-size: 9rem; line-height: 1.4; }
  .acts strong { color: var(--tt-ink); }
  .acts button { min-inline-size: 6.5rem; line-height: 1.3; }
  .acts button.primary { min-inline-size: 11rem; max-inline-size: 20rem; overflow-wrap: anywhere; }
  .sure p { font-size: var(--tt-text-s); color: var(--tt-ink); font-weight: var(--tt-weight-strong); }
  tt-place-choices { grid-column: 1 / -1; }
  @container (max-width: 42rem) {
    article { grid-template-columns: auto minmax(0, 1fr); }
    .wait { grid-column: 1 / -1; grid-auto-flow: row; text-align: start; }
    .acts { flex-wrap: wrap; }
    .acts p { flex-basis: 100%; }
    .acts p:empty { display: none; }
    .acts button { flex: 1; }
  }
`;
