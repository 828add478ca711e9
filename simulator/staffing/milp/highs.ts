import highsPackage, { type Highs, type Model, type ModelData } from 'highs';
import type { Program } from './program.ts';
import { gapOf, type ProgramFormat, type Solved, type SolveOptions, type SolveProgress, type SolveState } from './solver.ts';

/** Its types are written for CommonJS; as an ES module the loader is the default export itself. */
const loadHighs = highsPackage as unknown as typeof highsPackage.default;
let loading: Promise<Highs> | undefined;

/** The solver of this thread: one WASM heap, loaded once. */
export function highsHere(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/** What a solve calls back while it holds the thread. */
export interface SolveHooks {
  readonly progress?: ((progress: SolveProgress) => void) | undefined;
  /** Asked at HiGHS's own checkpoints. */
  readonly shouldStop?: (() => boolean) | undefined;
}

/** A program as HiGHS takes it; CPLEX LP text is taken as it stands. */
export type SolveInput = Program | { readonly lp: string };

/** Solves here and now, holding the thread. Never throws for want of time or memory: the best found is kept. */
export function solveWith(highs: Highs, input: SolveInput, options: SolveOptions, hooks: SolveHooks = {}): Solved {
  const begun = cpuSeconds();
  const best: { values: readonly number[] | null; cost: number | null; bound: number | null } = {
    values: null,
    cost: null,
    bound: null,
  };
  const { callbackType } = highs.constants;
  const note = (data: { readonly mip_dual_bound?: number; readonly mip_primal_bound?: number }): void => {
    const { mip_dual_bound: bound, mip_primal_bound: cost } = data;
    if (bound !== undefined && Number.isFinite(bound)) best.bound = Math.max(bound, best.bound ?? bound);
    if (cost !== undefined && Number.isFinite(cost) && cost < 1e100) best.cost = Math.min(cost, best.cost ?? cost);
  };
  const tell = (): void => hooks.progress?.({ incumbent: best.cost, bound: best.bound, seconds: cpuSeconds() - begun });
  let stopped: SolveState | null = null;
  let model: Model | undefined;
  try {
    model = createModel(highs, input);
    model.options.set({
      output_flag: false,
      mip_rel_gap: options.gap,
      mip_abs_gap: 1e-9,
      time_limit: 4 * options.seconds + 5,
      mip_heuristic_effort: 0.15,
    });
    if (options.start) model.setSolution({ colValue: Float64Array.from(options.start) });
    model.run({
      [callbackType.mipImprovingSolution]({ data }) {
        note(data);
        if (data.mip_solution) best.values = Array.from(data.mip_solution);
        tell();
        return undefined;
      },
      [callbackType.mipLogging]({ data }) {
        note(data);
        tell();
        return undefined;
      },
      [callbackType.mipInterrupt](event) {
        note(event.data);
        if (cpuSeconds() - begun > options.seconds) stopped = 'out-of-time';
        else if (hooks.shouldStop?.()) stopped = 'stopped';
        if (stopped !== null) event.interrupt();
        return undefined;
      },
    });
    return solvedOf(highs, model, best, stopped, cpuSeconds() - begun);
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
    const { values, cost, bound } = best;
    return { state: 'out-of-memory', values, cost, bound, gap: gapOf(cost, bound), seconds: cpuSeconds() - begun };
  } finally {
    dispose(model);
  }
}

function solvedOf(
  highs: Highs,
  model: Model,
  best: { readonly values: readonly number[] | null; readonly cost: number | null; readonly bound: number | null },
  stopped: SolveState | null,
  seconds: number,
): Solved {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
    return { state: 'infeasible', values: null, cost: null, bound: null, gap: null, seconds };
  if (status === modelStatus.unbounded) return { state: 'unbounded', values: null, cost: null, bound: null, gap: null, seconds };
  const found = model.info.get('primal_solution_status') === 2;
  const values = found ? Array.from(model.getSolution().colValue) : best.values;
  const cost = found ? model.getObjectiveValue() : best.cost;
  const proved = Number(model.info.get('mip_dual_bound'));
  const optimal = status === modelStatus.optimal || status === modelStatus.empty;
  // an LP has no branch and bound: its optimum is its bound
  const bound = Number.isFinite(proved) && model.info.get('mip_node_count') !== -1n ? proved : optimal ? cost : best.bound;
  const state = optimal ? 'optimal' : (stopped ?? 'out-of-time');
  return { state, values, cost, bound, gap: gapOf(cost, bound), seconds };
}

export function writeWith(highs: Highs, program: Program, format: ProgramFormat): string {
  const model = createModel(highs, program);
  try {
    return format === 'lp' ? model.exportModel('lp') : new TextDecoder().decode(model.exportModel('mps'));
  } finally {
    dispose(model);
  }
}

const createModel = (highs: Highs, input: SolveInput): Model =>
  highs.createModel('lp' in input ? { format: 'lp', data: input.lp } : modelData(highs, input));

function modelData(highs: Highs, { columns, rows, offset }: Program): ModelData {
  const { variableType } = highs.constants;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = starts[at]! + row.columns.length;
  });
  return {
    numCols: columns.length,
    numRows: rows.length,
    offset,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ low }) => low),
    colUpper: Float64Array.from(columns, ({ high }) => high),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap(({ factors }) => factors)),
    },
    integrality: columns.map(({ whole }) => (whole ? variableType.integer : variableType.continuous)),
    colNames: columns.map(({ name }, at) => fileName(name, 'x', at)),
    rowNames: rows.map(({ name }, at) => fileName(name, 'r', at)),
  };
}

/** A name that LP and MPS files can hold and that no other column has. */
const fileName = (name: string, letter: string, at: number): string =>
  `${letter}${at}_${name.replace(/[^\w.]/g, '_').slice(0, 60)}`;

/** CPU of this thread, so that a busy machine costs a solve nothing. */
function cpuSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof RangeError ||
  (error instanceof Error && (error.name === 'RuntimeError' || /memory|alloc|OOM|abort/i.test(error.message)));

/** A model that ran out of memory may not be disposable either. */
function dispose(model: Model | undefined): void {
  try {
    model?.dispose();
  } catch (error) {
    if (!isOutOfMemory(error)) throw error;
  }
}
