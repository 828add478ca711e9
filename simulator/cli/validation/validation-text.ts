import type { Validation } from '../../validation/validate.ts';
import type { CaseVerdict } from '../../validation/verdict.ts';
import { textTable } from '../text-table.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** A validation as people read it: a row a case, then what is wrong, what is unsupported and the sum. */
export function validationText({ cases, passed, failed, unsupported }: Validation): string {
  const table = textTable(
    ['案例 case', '类型 kind', '由 by', 'z', '界限 limit', '半宽 half-width', '结果 result'],
    cases.map((one) => [
      one.id,
      one.kind,
      one.by,
      ...simulatedCells(one),
      one.pass ? (one.again ? 'pass, 2nd run' : 'pass') : 'FAIL',
    ]),
  );
  const notes = cases.flatMap(({ id, misses = [], notSimulated, ignored }) => [
    ...misses.map((miss) => `${id}: ${miss}`),
    ...(notSimulated === undefined ? [] : [`${id}: by theory alone, since ${notSimulated}`]),
    ...(ignored === undefined ? [] : [`${id}: parameters without effect here: ${ignored.join(', ')}`]),
  ]);
  const left = unsupported.map(({ id, kind, reason }) => `${id} (${kind}): ${reason}`);
  return [
    table,
    ...(notes.length > 0 ? ['', '说明 Notes', ...notes] : []),
    ...(left.length > 0 ? ['', '不支持 Unsupported', ...left] : []),
    '',
    `通过 ${passed}，未通过 ${failed}，不支持 ${unsupported.length}。 ${passed} passed, ${failed} failed, ${unsupported.length} unsupported.`,
  ].join('\n');
}

const simulatedCells = ({ z, limit, halfWidth }: CaseVerdict): string[] =>
  z === undefined || limit === undefined || halfWidth === undefined
    ? ['', '', '']
    : [z.toFixed(2), limit.toFixed(2), percent(halfWidth)];
