import { css } from 'lit';

/** Everything is sized by the screen (vmin), so a 32-inch and a 75-inch screen look the same from their own distance. */
export const lobbyTvStyles = css`
  :host { block-size: 100dvh; display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto; background: var(--tt-paper); overflow: hidden; font-size: 2.2vmin; cursor: none; }
  :host([tended]) { cursor: default; }
  header { display: flex; justify-content: space-between; align-items: center; padding: 1.8vmin 3.4vmin 1vmin; line-height: 1.2; }
  h1 { font-size: 3.2vmin; display: flex; align-items: center; gap: 0.5em; }
  .clock { display: flex; gap: 2.4vmin; align-items: baseline; color: var(--tt-ink-soft); font-size: 2.8vmin; }
  time { font-size: 4.4vmin; font-weight: var(--tt-weight-strong); color: var(--tt-ink); }
  main { display: grid; gap: 3.4vmin; padding: 0 3.4vmin; grid-row: 3; min-block-size: 0; }
  section, aside { display: grid; grid-template-rows: auto minmax(0, 1fr); min-block-size: 0; min-inline-size: 0; }
  h2 { font-size: 2.6vmin; line-height: 1.2; padding-block: 0.6vmin 1.2vmin; color: var(--tt-ink-soft); }
  h2 small { font-size: 0.8em; font-weight: var(--tt-weight-normal); margin-inline-start: 0.7em; }
  aside { border-inline-start: 1px solid var(--tt-line); padding-inline-start: 3.4vmin; }
  aside { grid-template-rows: auto minmax(0, 1fr) auto; }
  footer { grid-row: 4; display: flex; justify-content: space-between; align-items: center; padding: 0.9vmin 3.4vmin; color: var(--tt-ink-soft); border-block-start: 1px solid var(--tt-line); }
  footer tt-page-switches { margin-inline: auto 2vmin; font-size: 2vmin; opacity: 0; transition: opacity var(--tt-motion); }
  :host([tended]) tt-page-switches { opacity: 1; }
  footer span { display: inline-flex; gap: 0.5em; align-items: center; }
  .mute, .lacking { color: var(--tt-at-risk); font-weight: var(--tt-weight-strong); }
  .stale { display: flex; align-items: center; gap: 2vmin; margin: 0 3.4vmin 1.6vmin; padding: 1.4vmin 2.4vmin; border-radius: 1vmin; background: var(--tt-at-risk-tint); color: var(--tt-at-risk); border: 0.4vmin solid; font-size: 2.8vmin; }
  .stale tt-icon { font-size: 5vmin; }
  .stale small { display: block; font-size: 0.75em; }
  /* What is no longer live loses its colour: nobody should run for a number that may be gone. */
  main.stopped { filter: grayscale(1); }
  .skeleton { block-size: 100%; border-radius: 1.5vmin; background: var(--tt-sunk); animation: appear 0.2s 0.3s both; }
  @keyframes appear { from { opacity: 0; } }
  @media (orientation: landscape) { main { grid-template-columns: minmax(0, 1fr) 31vw; } }
  @media (orientation: portrait) {
    main { grid-template-rows: minmax(0, 2.45fr) minmax(0, 1fr); gap: 1.6vmin; }
    aside { border: 0; border-block-start: 1px solid var(--tt-line); padding: 1vmin 0 0; }
  }
`;
