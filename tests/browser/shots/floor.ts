import type { Page } from 'playwright-core';
import { crowdedScene, quietScene, troubleScene } from '../stage/floor-scenes.ts';
import { noPaper } from '../stage/printers.ts';
import { emptyScene } from '../stage/scenes.ts';
import { type Stage, tokens } from '../stage/stage.ts';
import { doubleText, goSilent, type Shot } from './shot.ts';

const tablet = [1280, 800] as const;
const desk = [1366, 768] as const;
const wall = [1920, 1080] as const;
const upright = [800, 1280] as const;

const greeter = `/display/greeter/?branch=demo&person=g1#token=${tokens.greeter}`;
const board = `/display/board/?branch=demo#token=${tokens.manager}`;

const click = (selector: string) => (page: Page) => page.locator(selector).first().click();

/** A senior in the middle of a line, for whom a favoured line would cost others. */
const elsewhere = async (page: Page) => {
  const card = page.locator('[data-ticket=A014]');
  await card.locator('[data-verb=elsewhere]').click();
  await card.locator('[data-line]').first().waitFor();
  await card.scrollIntoViewIfNeeded();
};

/** The printer at the east door is out of paper, and a greeter has just seen to somebody. */
const outOfPaper = async (page: Page, stage: Stage) => {
  stage.tellOfPrinters([noPaper(stage.lobby.now - 4 * 60_000)]);
  const waiting = [...stage.lobby.state.tickets.values()].find(({ status }) => status === 'waiting');
  if (waiting !== undefined) stage.do({ type: 'greet', ticket: waiting.id, greeter: 'g2' });
  await page.locator('[data-printer], [data-trouble^=printer]').first().waitFor();
};
const whyHere = async (page: Page) => {
  await page.locator('[data-line=personal] button').click();
  await page.locator('tt-about-line button.link').first().click();
  await page.locator('tt-about-ticket [data-reason]').waitFor();
};

/** Pictures of the greeter's tablet and the manager's board. */
export const floorShots: readonly Shot[] = [
  { name: 'greeter', path: greeter, size: tablet, scene: troubleScene },
  { name: 'greeter-upright', path: greeter, size: upright, scene: troubleScene },
  { name: 'greeter-quiet', path: greeter, size: tablet, scene: quietScene },
  {
    name: 'greeter-elsewhere',
    path: greeter,
    size: tablet,
    scene: troubleScene,
    act: elsewhere,
  },
  { name: 'greeter-left', path: greeter, size: tablet, scene: troubleScene, act: click('[data-verb=leave]') },
  { name: 'greeter-device', path: greeter, size: tablet, scene: troubleScene, act: click('[data-device=D2] [data-act=begin]') },
  { name: 'greeter-crowded', path: greeter, size: tablet, scene: crowdedScene },
  { name: 'greeter-large', path: greeter, size: tablet, scene: troubleScene, act: doubleText },
  { name: 'greeter-dark', path: greeter.replace('?', '?theme=dark&'), size: upright, scene: troubleScene },
  { name: 'greeter-printer', path: greeter, size: tablet, scene: quietScene, act: outOfPaper },
  { name: 'greeter-stale', path: greeter, size: tablet, scene: troubleScene, act: goSilent },
  { name: 'greeter-empty', path: greeter, size: tablet, scene: emptyScene },
  { name: 'board', path: board, size: desk, scene: troubleScene },
  { name: 'board-wall', path: board, size: wall, scene: troubleScene },
  { name: 'board-quiet', path: board, size: desk, scene: quietScene },
  { name: 'board-crowded', path: board, size: wall, scene: crowdedScene },
  { name: 'board-dark', path: board.replace('?', '?theme=dark&'), size: wall, scene: troubleScene },
  {
    name: 'board-figure',
    path: board,
    size: desk,
    scene: troubleScene,
    act: click('[data-figure=waitP90Ms] button'),
  },
  { name: 'board-line', path: board, size: wall, scene: troubleScene, act: click('[data-line=personal] button') },
  { name: 'board-call', path: board, size: desk, scene: troubleScene, act: click('[data-call]') },
  { name: 'board-ticket', path: board, size: desk, scene: troubleScene, act: whyHere },
  { name: 'board-printer', path: board, size: desk, scene: quietScene, act: outOfPaper },
  { name: 'board-station', path: board, size: desk, scene: troubleScene, act: click('[data-station=C6]') },
  { name: 'board-strategy', path: board, size: desk, scene: troubleScene, act: click('[data-strategy]') },
  { name: 'board-large', path: board, size: desk, scene: troubleScene, act: doubleText },
  { name: 'board-stale', path: board, size: desk, scene: troubleScene, act: goSilent },
  { name: 'board-empty', path: board, size: desk, scene: emptyScene },
  { name: 'greeter-who', path: greeter.replace('&person=g1', ''), size: tablet, scene: troubleScene },
];
