import { css } from 'lit';

/** A brand head, one question, and a foot that is the same on every step. */
export const kioskScreenStyles = css`
  :host { block-size: 100dvh; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; background: var(--tt-paper); --pad: var(--tt-space-12); }
  header { display: grid; align-content: end; gap: 3vh; padding: var(--pad); min-block-size: 19vh; background: var(--tt-brand); color: var(--tt-on-brand); }
  .branch { display: flex; justify-content: space-between; gap: var(--tt-space-6); }
  .branch span:first-child { display: flex; align-items: center; gap: 0.5em; font-weight: var(--tt-weight-strong); }
  h1 { font-size: min(2.8rem, 7.6vw); outline: none; }
  :host([large]) header { min-block-size: 15vh; gap: 2vh; padding-block: var(--tt-space-8); }
  main { min-block-size: 0; padding: var(--tt-space-8) var(--pad); display: grid; grid-template-rows: auto minmax(0, 1fr); gap: var(--tt-space-6); }
  main > :last-child { grid-row: 2; min-block-size: 0; }
  footer { margin-inline: var(--pad); border-block-start: 1px solid var(--tt-line); padding-block: var(--tt-space-6) var(--tt-space-8); }
  .strip { display: flex; align-items: center; gap: var(--tt-space-4); padding: var(--tt-space-4) var(--tt-space-6); border-radius: var(--tt-radius-touch); background: var(--tt-at-risk-tint); color: var(--tt-at-risk); line-height: 1.3; text-wrap: balance; }
  .strip tt-icon { font-size: 1.5em; flex: none; }
  .strip b { display: block; font-size: var(--tt-text-m); }
  .chosen { display: flex; flex-direction: row-reverse; justify-content: flex-end; align-items: center; gap: var(--tt-space-6); font-size: var(--tt-text-m); font-weight: var(--tt-weight-strong); line-height: 1.25; }
  .chosen button { flex: none; display: flex; align-items: center; gap: var(--tt-space-3); font-weight: var(--tt-weight-normal); }
  .away { display: grid; place-content: center; justify-items: center; text-align: center; gap: var(--tt-space-4); font-size: var(--tt-text-l); text-wrap: balance; }
  .away tt-icon { font-size: 5rem; color: var(--tt-at-risk); }
  .away.closed tt-icon { color: var(--tt-ink-faint); }
  .away h2 { font-size: var(--tt-text-2xl); }
  .skeleton { display: grid; grid-template-columns: 1fr 1fr; gap: var(--tt-space-6); animation: appear 0.2s 0.3s both; }
  .skeleton i { background: var(--tt-sunk); border-radius: var(--tt-radius-touch); }
  @keyframes appear { from { opacity: 0; } }
  @media (orientation: landscape) {
    :host { --pad: var(--tt-space-8); }
    header { min-block-size: 0; grid-template-columns: minmax(0, 1fr) auto; align-items: center; padding-block: var(--tt-space-3); }
    .branch { order: 1; display: grid; gap: 0; justify-items: end; line-height: 1.3; }
    h1 { font-size: min(1.7rem, 44px); }
    :host([large]) header { min-block-size: 0; padding-block: var(--tt-space-3); }
    :host([large]) .branch span + span { display: none; }
    main { padding-block: var(--tt-space-4); gap: var(--tt-space-3); }
    .strip { padding-block: var(--tt-space-2); }
    .strip b { display: inline; margin-inline-end: 0.6em; }
    :host([large]) .strip .more { display: none; }
    footer { padding-block: var(--tt-space-3) var(--tt-space-4); }
  }
  /* Text so large that a screen holds little of it: then the page scrolls, and nothing is squeezed. */
  @container (max-height: 19rem) {
    :host { block-size: auto; min-block-size: 100dvh; grid-template-rows: auto auto auto; align-content: start; }
    main { grid-template-rows: auto auto; }
    main > tt-choose-service { block-size: auto; container-type: inline-size; }
    header { grid-template-columns: minmax(0, 1fr); }
    .branch { justify-items: start; order: 0; }
    .strip .more { display: none; }
  }
`;
