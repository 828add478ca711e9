import { css } from 'lit';

/** The customer at the left, the waiting at the right, the keys under the hand; nothing moves between states. */
export const counterConsoleStyles = css`
  :host { block-size: 100dvh; min-block-size: 600px; display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(22rem, 30rem); }
  header { grid-column: 1 / -1; display: flex; align-items: center; gap: var(--tt-space-6); min-block-size: 64px; padding: 0 var(--tt-space-4) 0 var(--tt-space-8); border-block-end: 1px solid var(--tt-line); background: var(--tt-surface); color: var(--tt-ink-soft); }
  h1 { font-size: var(--tt-text-l); color: var(--tt-ink); }
  .status { padding: 0.1em 0.8em; border-radius: 99px; background: var(--tt-waiting-tint); color: var(--tt-waiting); font-weight: var(--tt-weight-strong); }
  .status.called { background: var(--tt-called-tint); color: var(--tt-called); }
  .status.serving { background: var(--tt-serving-tint); color: var(--tt-serving); }
  .status.paused { background: var(--tt-at-risk-tint); color: var(--tt-at-risk); }
  .tally { margin-inline-start: auto; }
  .tally strong { color: var(--tt-ink); }
  main { display: grid; grid-template-rows: minmax(11rem, 1fr) auto auto; gap: var(--tt-space-6); padding: var(--tt-space-6) var(--tt-space-8) var(--tt-space-4); min-block-size: 0; overflow: auto; }
  tt-verb-pad, tt-choice-row, tt-why-called { min-block-size: 19rem; }
  aside { padding: var(--tt-space-6) var(--tt-space-8) var(--tt-space-4) 0; min-block-size: 0; }
  .skeleton { grid-column: 1 / -1; grid-row: 1 / -1; margin: var(--tt-space-8); border-radius: var(--tt-radius-card); background: var(--tt-sunk); animation: appear 0.2s 0.3s both; }
  tt-choose-counter { grid-column: 1 / -1; grid-row: 1 / -1; overflow: auto; }
  tt-blocked { grid-column: 1 / -1; grid-row: 1 / -1; }
  @keyframes appear { from { opacity: 0; } }
`;
