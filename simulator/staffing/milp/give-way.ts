import type { Program } from './program.ts';
import type { Solved, SolveOptions, Solver } from './solver.ts';

/** A rule that would have to give, and by how much in all: people, or steps paid for. */
export interface Concession {
  readonly rule: string;
  readonly by: number;
}

/** The program with rows of named rules that may be broken at a price far above any cost. */
interface Softened {
  readonly program: Program;
  /** Columns by which a rule is broken. */
  readonly broken: readonly { readonly rule: string; readonly column: number }[];
}

/** A rule whose name is in `lawful` gives only where no other can. */
const lawfulTimes = 100;

export function softened(program: Program, lawful: ReadonlySet<string> = new Set()): Softened {
  // so that breaking a rule by one costs more than everything
  const dearest = Math.max(1, ...program.columns.map(({ cost }) => Math.abs(cost)));
  const columns = [...program.columns];
  const broken: { rule: string; column: number }[] = [];
  const rows = program.rows.map((row) => {
    if (row.rule === undefined) return row;
    const largest = Math.max(1, ...row.factors.map(Math.abs));
    // a row in hours is broken by hours: priced by the people it takes to mend it
    const cost = (20 * dearest * (lawful.has(row.rule) ? lawfulTimes : 1)) / largest;
    const slack = (sign: number): readonly [number, number] => {
      columns.push({ name: `broken ${columns.length}`, cost, low: 0, high: Number.POSITIVE_INFINITY, whole: false });
      broken.push({ rule: row.rule!, column: columns.length - 1 });
      return [columns.length - 1, sign];
    };
    const more = [...(Number.isFinite(row.low) ? [slack(1)] : []), ...(Number.isFinite(row.high) ? [slack(-1)] : [])];
    return { ...row, columns: [...row.columns, ...more.map(([c]) => c)], factors: [...row.factors, ...more.map(([, f]) => f)] };
  });
  return { program: { columns, rows, offset: program.offset }, broken };
}

/**
 * When not all rules can hold: the nearest plan, and which rules give in it by how much. `solved` has the values of the program's own
 * columns, and no cost or bound: those would be of another program.
 */
export async function giveWay(
  program: Program,
  solver: Solver,
  options: SolveOptions,
  lawful?: ReadonlySet<string>,
): Promise<{ readonly solved: Solved; readonly gives: readonly Concession[] }> {
  const { program: soft, broken } = softened(program, lawful);
  const solved = await solver.solve(soft, { gap: options.gap, seconds: options.seconds });
  const { values } = solved;
  if (values === null) return { solved, gives: [] };
  const by = new Map<string, number>();
  for (const { rule, column } of broken) by.set(rule, (by.get(rule) ?? 0) + values[column]!);
  const own = values.slice(0, program.columns.length);
  const cost = program.columns.reduce((sum, column, at) => sum + column.cost * own[at]!, program.offset);
  return {
    solved: { ...solved, values: own, cost, bound: null, gap: null },
    gives: [...by].filter(([, amount]) => amount > 1e-6).map(([rule, amount]) => ({ rule, by: Math.round(amount * 1e6) / 1e6 })),
  };
}
