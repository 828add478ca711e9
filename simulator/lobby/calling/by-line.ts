import { z } from 'zod';
import { codeSchema } from '../branch/names.ts';
import { type Problem, unknownName } from '../problem.ts';
import type { StrategyContext } from './strategy.ts';

/** Option schema: a number for each line, by line id. */
export const byLineSchema = (value: z.ZodNumber) => z.record(codeSchema, value);
export type ByLine = Readonly<Record<string, number>>;

/** An entry for a line that the branch does not declare would silently do nothing. */
export function unknownLines(option: string, byLine: ByLine, context: StrategyContext): readonly Problem[] {
  const declared = context.lines.map((line) => line.id);
  return Object.keys(byLine)
    .filter((id) => !declared.includes(id))
    .map((id) => unknownName(`${option}.${id}`, 'line', id, declared));
}

/** The numbers in line order, for a scorer to index; `otherwise` answers for lines without an entry. */
export const inLineOrder = (
  byLine: ByLine,
  context: StrategyContext,
  otherwise: (line: StrategyContext['lines'][number]) => number,
): Float64Array =>
  Float64Array.from(context.lines, (line) => (Object.hasOwn(byLine, line.id) ? byLine[line.id]! : otherwise(line)));
