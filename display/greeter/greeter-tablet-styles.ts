import { css } from 'lit';

/** Standing, one hand free: who needs me at the left under the thumb, devices and lines at the right; upright they go below. */
export const greeterTabletStyles = css`
  :host { block-size: 100dvh; container-type: inline-size; --tt-target: 60px; }
  .page { block-size: 100%; display: grid; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) 20rem; }
  header { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--tt-space-4); min-block-size: 72px; padding: 0 var(--tt-space-4) 0 var(--tt-space-6); background: var(--tt-surface); border-block-end: 1px solid var(--tt-line); }
  h1 { font-size: var(--tt-text-l); }
  h1 span, h2 span { color: var(--tt-ink-soft); font-weight: var(--tt-weight-normal); }
  tt-stale-mark { margin-inline-end: auto; }
  main { overflow-y: auto; padding: var(--tt-space-4) var(--tt-space-6); display: grid; gap: var(--tt-space-4); align-content: start; }
  .needs { display: grid; gap: var(--tt-space-3); }
  .needs:empty { display: none; }
  h2 { font-size: var(--tt-text-m); }
  .hint { color: var(--tt-ink-soft); font-size: var(--tt-text-xs); }
  .call, .failed { display: flex; align-items: center; gap: var(--tt-space-4); padding: var(--tt-space-4); border: 1px solid var(--tt-line); border-inline-start: 6px solid var(--tt-called); border-radius: var(--tt-radius-card); background: var(--tt-called-tint); }
  .failed { border-inline-start-color: var(--tt-at-risk); background: var(--tt-surface); }
  .call tt-icon, .failed tt-icon { font-size: 1.75rem; }
  .call div, .failed div { flex: 1; }
  .call p, .failed p { color: var(--tt-ink-soft); }
  .call h3, .failed h3 { font-size: 1.125rem; }
  .call button { min-inline-size: 8rem; }
  .others { display: grid; gap: var(--tt-space-1); margin-block-start: var(--tt-space-2); }
  .row { inline-size: 100%; display: grid; grid-template-columns: 5.5rem minmax(0, 3fr) minmax(0, 2fr) auto; gap: var(--tt-space-4); align-items: center; text-align: start; background: transparent; border-color: var(--tt-line); }
  .row tt-ticket-number { font-size: 1.5rem; }
  .row .line, .row .age { color: var(--tt-ink-soft); }
  .row small { display: block; font-size: var(--tt-text-xs); }
  aside { overflow-y: auto; padding: var(--tt-space-4) var(--tt-space-6) var(--tt-space-4) var(--tt-space-2); display: grid; gap: var(--tt-space-6); align-content: start; }
  aside section { display: grid; gap: var(--tt-space-3); }
  dl > div { display: flex; justify-content: space-between; gap: var(--tt-space-3); padding: var(--tt-space-2) 0; border-block-end: 1px solid var(--tt-line); }
  dd { font-weight: var(--tt-weight-number); white-space: nowrap; }
  dd small { display: inline-block; min-inline-size: 6.5em; text-align: end; font-size: var(--tt-text-xs); font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
  dd .over { color: var(--tt-at-risk); font-weight: var(--tt-weight-strong); }
  footer { grid-column: 1 / -1; padding: var(--tt-space-2) var(--tt-space-6); border-block-start: 1px solid var(--tt-line); }
  footer.silent { block-size: 0; padding: 0; border: 0; overflow: hidden; }
  .skeleton { block-size: 60vh; border-radius: var(--tt-radius-card); background: var(--tt-sunk); animation: appear 0.2s 0.3s both; }
  tt-choose-greeter, tt-blocked { block-size: 100%; overflow: auto; }
  @keyframes appear { from { opacity: 0; } }
  @container (max-width: 60rem) {
    .page { grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr); }
    aside { max-block-size: 36dvh; padding: var(--tt-space-4) var(--tt-space-6); border-block-start: 1px solid var(--tt-line); }
    dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 0 var(--tt-space-8); }
  }
  /* Upright with large print: one page to scroll, nothing squeezed. */
  @container (max-width: 44rem) {
    .page { display: block; overflow-y: auto; }
    aside { max-block-size: none; }
  }
`;
