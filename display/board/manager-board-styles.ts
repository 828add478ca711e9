import { css } from 'lit';

export const managerBoardStyles = css`
  :host { min-block-size: 100dvh; display: grid; grid-template-rows: auto 1fr; }
  header { display: flex; align-items: center; gap: var(--tt-space-6); min-block-size: 64px; padding: 0 var(--tt-space-4) 0 var(--tt-space-8); background: var(--tt-surface); border-block-end: 1px solid var(--tt-line); }
  header p { color: var(--tt-ink-soft); margin-inline-end: auto; }
  h1 { font-size: var(--tt-text-l); }
  main { padding: var(--tt-space-6) var(--tt-space-8) var(--tt-space-12); display: grid; gap: var(--tt-space-8); align-content: start; }
  dl { display: flex; flex-wrap: wrap; gap: var(--tt-space-4) var(--tt-space-12); }
  dt { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); }
  dd { font-size: var(--tt-text-xl); font-weight: var(--tt-weight-number); line-height: 1.2; }
  .rule { margin-inline-start: auto; text-align: end; }
  .rule dd { font-size: var(--tt-text-m); font-weight: var(--tt-weight-strong); line-height: 1.9; }
  h2 { font-size: var(--tt-text-m); margin-block-end: var(--tt-space-3); }
  h2 span { font-size: var(--tt-text-s); font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); margin-inline-start: var(--tt-space-2); }
  ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: var(--tt-space-4); }
  .skeleton { block-size: 60vh; border-radius: var(--tt-radius-card); background: var(--tt-sunk); animation: appear 0.2s 0.3s both; }
  @keyframes appear { from { opacity: 0; } }
`;
