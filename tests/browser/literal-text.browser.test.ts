import { expect, test } from 'vitest';
import { branchSchema } from '../../simulator/lobby/branch/branch.ts';
import { openLobby } from '../fixtures/lobby.ts';
import { ticketIdOf } from './stage/scenes.ts';
import { stageBranchInput } from './stage/stage-branch.ts';
import { screens, theatre } from './theatre.ts';

const { show } = theatre();

const payloads = [
  '<img src=x onerror=window.ran=1>',
  '<script>window.ran=1</script>',
  '"><svg onload=window.ran=1>',
  "'-window.ran=1-'",
  ['$', '{window.ran=1}'].join(''),
  '{{constructor.constructor("window.ran=1")()}}',
  'javascript:window.ran=1',
  '<style>*{display:none}</style>',
];

/** Puts a payload in place of every name of the stage branch, in both languages, a different one each time. */
function poisoned(first: number): typeof stageBranchInput {
  let next = first;
  return JSON.parse(JSON.stringify(stageBranchInput), (key, value: unknown) => {
    if (key === 'zh' || key === 'en') return payloads[next++ % payloads.length];
    return key === 'label' && typeof value === 'string' && value.length < 3 ? '<b>' : value;
  });
}

test.each([0, 3])('names are shown as they are written, and nothing in them runs (payloads from %d)', async (first) => {
  const branch = branchSchema.parse(poisoned(first));
  const scene = openLobby(branch);
  scene.do({ type: 'staff-join', person: 't1' });
  scene.do({ type: 'open', station: 'C1', staff: ['t1'] });
  for (let n = 1; n <= 3; n += 1) scene.issue(ticketIdOf(n), { traits: ['senior'], segment: 'gold' });
  scene.do({ type: 'call-next', station: 'C1' });
  const shows = {
    [screens.kiosk]: branch.services[0]!.names.zh,
    [screens.greeter]: branch.services[0]!.names.zh,
    [`/t/${ticketIdOf(2)}?branch=demo`]: branch.services[0]!.names.zh,
  };
  for (const path of [...Object.values(screens), `/t/${ticketIdOf(2)}?branch=demo`]) {
    const { page } = await show(path, { scene });
    await page.locator('tt-ticket-number, tt-choose-service').first().waitFor();
    if (path === screens.kiosk) {
      await page.locator('[data-service=cash]').click();
      await page.locator('[data-trait=senior]').waitFor();
    }
    expect(await page.evaluate('window.ran'), path).toBeUndefined();
    expect(await page.evaluate(strangers), path).toBe(0);
    const text = shows[path] ?? branch.stations[0]!.names.zh;
    expect(await page.locator(`text=${JSON.stringify(text)}`).count(), `${path} ${text}`).toBeGreaterThan(0);
  }
});

const strangers = `(() => {
  const walk = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? walk(e.shadowRoot) : [])]);
  return walk(document.body).filter((e) => ['IMG', 'SCRIPT', 'B', 'STYLE'].includes(e.tagName)).length;
})()`;
