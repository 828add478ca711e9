import { text } from 'node:stream/consumers';
import type { Validation } from '../../../simulator/validation/validate.ts';

/**
 * The verdicts of `validate --json`, by kind, as the table of docs/validation.md: npx tingtang validate --cases FILE --json | node
 * tests/simulator/validation/print-by-kind.ts
 */
const { cases, failed, passed, unsupported }: Validation = JSON.parse(await text(process.stdin));
const kinds = [...new Set(cases.map(({ kind }) => kind))].sort();
const rows = kinds.map((kind) => {
  const these = cases.filter((one) => one.kind === kind);
  const simulated = these.filter(({ z }) => z !== undefined);
  const z = Math.max(...simulated.map((one) => Math.abs(one.z!))).toFixed(2);
  const halfWidth = (100 * Math.max(...simulated.map((one) => one.halfWidth!))).toFixed(1);
  const measured = simulated.length > 0 ? `${z} | ${halfWidth} %` : '|';
  return `| ${kind} | ${these[0]!.by} | ${these.length} | ${these.filter(({ pass }) => pass).length} | ${measured} |`;
});
const customers = cases.reduce((sum, one) => sum + (one.customers ?? 0), 0);
const again = cases.filter((one) => one.again === true).length;
const limit = Math.max(...cases.map((one) => one.limit ?? 0)).toFixed(2);
process.stdout.write(
  [
    `${passed} passed, ${failed} failed, ${unsupported.length} unsupported; ${Math.round(customers / 1e6)} million customers; ${again} run a second time; limit of |z| ${limit}.`,
    '',
    '| kind | by | cases | passed | largest abs. z | widest half-width |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n'),
);
