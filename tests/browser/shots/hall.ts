import type { Page } from 'playwright-core';
import { listening } from '../listening.ts';
import { busyScene, emptyScene } from '../stage/scenes.ts';
import { type Stage, tokens } from '../stage/stage.ts';
import { doubleText, goSilent, type Shot } from './shot.ts';

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

/** A browser that lets no page sound, and has no voices. */
const mute = `Object.defineProperty(AudioContext.prototype, 'state', { get: () => 'suspended' });`;

/** The lobby display and the counter console. */
export const hallShots: readonly Shot[] = [
  { name: 'lobby', path: tv, before: listening, size: wall, act: someCalls },
  { name: 'lobby-from-afar', path: tv, before: listening, size: wall, scale: 0.15, act: someCalls },
  { name: 'lobby-light', path: inTheme(tv, 'light'), before: listening, size: wall, act: someCalls },
  { name: 'lobby-contrast', path: inTheme(tv, 'contrast'), before: listening, size: wall, act: someCalls },
  { name: 'lobby-portrait', path: tv, before: listening, size: portrait, act: someCalls },
  { name: 'lobby-empty', path: tv, before: listening, size: wall, scene: emptyScene },
  { name: 'lobby-stale', path: tv, before: listening, size: wall, act: goSilent },
  { name: 'lobby-mute', path: tv, size: wall, before: mute, act: someCalls },
  { name: 'lobby-refused', path: '/display/lobby/?branch=demo#token=old', size: wall },
  { name: 'counter-called', path: counter('C3'), size: desk },
  { name: 'counter-serving', path: counter('C1'), size: desk },
  { name: 'counter-large', path: counter('C1'), size: [1920, 1080], act: doubleText },
  { name: 'counter-ready', path: counter('C4'), size: desk, act: press('f', 'ArrowDown', 'ArrowDown') },
  { name: 'counter-why', path: counter('C1'), size: desk, act: showWhy },
  { name: 'counter-team', path: counter('C2'), size: desk, scene: pairScene, act: press('j') },
  { name: 'counter-closed', path: counter('C6'), size: desk },
  { name: 'counter-paused-dark', path: inTheme(counter('C5'), 'dark'), size: desk },
  { name: 'counter-transfer', path: counter('C1'), size: desk, act: press('t') },
  { name: 'counter-contrast', path: inTheme(counter('C1'), 'contrast'), size: desk },
  { name: 'counter-stale', path: counter('C1'), size: desk, act: goSilent },
  { name: 'counter-choose', path: counter('C1').replace('&counter=C1', ''), size: desk },
  { name: 'counter-empty', path: counter('C1'), size: desk, scene: emptyScene },
];
