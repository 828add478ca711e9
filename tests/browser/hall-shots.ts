import type { Page } from 'playwright-core';
import { goSilent, type Shot } from './shot.ts';
import { busyScene, emptyScene } from './stage/scenes.ts';
import { type Stage, tokens } from './stage/stage.ts';

const both = ['zh-CN', 'en'] as const;
const wall = [1920, 1080] as const;
const portrait = [1080, 1920] as const;
const desk = [1366, 768] as const;

const tv = `/display/lobby/?branch=demo#token=${tokens.display}`;
const counter = (id: string): string => `/display/counter/?branch=demo&counter=${id}#token=${tokens.teller}`;
const inTheme = (path: string, theme: string): string => path.replace('?', `?theme=${theme}&`);

/** A few minutes of a morning in front of the display: three finish, two are called. */
const someCalls = async (page: Page, stage: Stage) => {
  await page.locator('li.newest').waitFor();
  for (const station of ['C1', 'C4', 'K1']) stage.do({ type: 'finish', station });
  stage.do({ type: 'start', station: 'C2' });
  for (const station of ['C1', 'C4']) stage.do({ type: 'call-next', station });
};

/** What a browser's own text size does. */
const doubleText = (page: Page) => page.evaluate("document.documentElement.style.fontSize = '200%'");

const press =
  (...keys: string[]) =>
  async (page: Page) => {
    await page.locator('tt-verb-pad').waitFor();
    for (const key of keys) await page.keyboard.press(key);
  };

const showWhy = async (page: Page) => {
  await press('w')(page);
  await page.locator('tt-why-called tbody tr').first().waitFor();
};

/** Counter 2 opens a company's account: the advisor has left for a moment. */
const pairScene = () => {
  const scene = busyScene();
  scene.do({ type: 'start', station: 'C2' });
  scene.do({ type: 'finish', station: 'C2' });
  scene.do({ type: 'finish', station: 'K1' });
  const company = [...scene.state.tickets.values()].find(
    ({ status, needs, current }) => status === 'waiting' && needs[current]?.service === 'corporate',
  );
  scene.do({ type: 'call', station: 'C2', ticket: company?.id ?? '' });
  scene.do({ type: 'start', station: 'C2' });
  scene.now += 6 * 60_000;
  scene.do({ type: 'leave-team', station: 'C2', person: 'a1' });
  return scene;
};

/** The lobby display and the counter console. */
export const hallShots: readonly Shot[] = [
  { name: 'lobby', path: tv, size: wall, languages: both, act: someCalls },
  { name: 'lobby-from-afar', path: tv, size: wall, scale: 0.15, languages: both, act: someCalls },
  { name: 'lobby-light', path: inTheme(tv, 'light'), size: wall, act: someCalls },
  { name: 'lobby-contrast', path: inTheme(tv, 'contrast'), size: wall, act: someCalls },
  { name: 'lobby-portrait', path: tv, size: portrait, languages: both, act: someCalls },
  { name: 'lobby-empty', path: tv, size: wall, languages: both, scene: emptyScene },
  { name: 'lobby-stale', path: tv, size: wall, languages: both, act: goSilent },
  { name: 'lobby-refused', path: '/display/lobby/?branch=demo#token=old', size: wall },
  { name: 'counter-called', path: counter('C3'), size: desk, languages: both },
  { name: 'counter-serving', path: counter('C1'), size: desk, languages: both },
  { name: 'counter-large', path: counter('C1'), size: [1920, 1080], languages: both, act: doubleText },
  { name: 'counter-ready', path: counter('C4'), size: desk, languages: both, act: press('f', 'ArrowDown', 'ArrowDown') },
  { name: 'counter-why', path: counter('C1'), size: desk, languages: both, act: showWhy },
  { name: 'counter-team', path: counter('C2'), size: desk, languages: both, scene: pairScene, act: press('j') },
  { name: 'counter-closed', path: counter('C6'), size: desk },
  { name: 'counter-paused-dark', path: inTheme(counter('C5'), 'dark'), size: desk },
  { name: 'counter-transfer', path: counter('C1'), size: desk, languages: both, act: press('t') },
  { name: 'counter-contrast', path: inTheme(counter('C1'), 'contrast'), size: desk },
  { name: 'counter-stale', path: counter('C1'), size: desk, languages: both, act: goSilent },
  { name: 'counter-choose', path: counter('C1').replace('&counter=C1', ''), size: desk },
  { name: 'counter-empty', path: counter('C1'), size: desk, scene: emptyScene },
];
