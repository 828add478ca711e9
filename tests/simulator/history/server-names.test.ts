import { expect, it } from 'vitest';
import { backtest } from '../../../simulator/history/backtest/backtest.ts';
import { importHistory } from '../../../simulator/history/clean/history-log.ts';
import { modelOf } from '../../../simulator/history/fit/fit.ts';
import { fitLog } from '../../../simulator/history/fit/fit-log.ts';
import { generateLog } from '../../../simulator/history/generated-log.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { wholeLobby } from './whole-lobby.ts';

const log = [...generateLog(wholeLobby, { seed: 31, days: 4, dirty: false })].join('');
const people = ['李梅', '王芳', 'Maria', '张伟', '赵敏', 'Ann Lee'];
const named = log.replaceAll(/(teller|advisor)-(\d)/g, (_, role, at) => people[Number(at) + (role === 'teller' ? -1 : 3)]!);

/** A day left out, and what it looks like by the model of the others. */
function leftOut(text: string) {
  const history = { files: [memorySource('log.csv', new TextEncoder().encode(text))], about: null, folder: 'log' };
  const read = importHistory(history);
  const days = read.days.slice(0, 3);
  const { file, found } = fitLog(read, history, { days: read.days.slice(1), intervals: false });
  const model = modelOf(file);
  const { simulated, simulatedFitted } = backtest({
    log: read,
    days: days.slice(0, 1),
    modelFor: () => ({ model, spellLimitMs: found.spellLimitMs }),
    seed: 1,
    runs: 2,
    withinMs: 300_000,
  });
  return { read, model, simulated, simulatedFitted };
}

it('[HR11] people by their names are held against a day left out as people by their badges are', () => {
  const [byBadge, byName] = [leftOut(log), leftOut(named)];
  expect(byName.read.renamed).toBe(6);
  expect(byName.model.branch.staff.map(({ id }) => id).sort()).toEqual(['S01', 'S02', 'S03', 'S04', 'S05', 'S06']);
  expect(JSON.stringify(byName.model)).not.toMatch(/李梅|王芳|Maria|张伟|赵敏|Ann/);
  expect(byName.simulated).toEqual(byBadge.simulated);
  expect(byName.simulatedFitted).toEqual(byBadge.simulatedFitted);
});
