/** A mixed-integer linear program to be minimised; plain data, so it may go to another thread. */
export interface Program {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Added to the objective. */
  readonly offset: number;
}

export interface Column {
  readonly name: string;
  readonly cost: number;
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

/** low ≤ Σ factor × column ≤ high. */
export interface Row {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly columns: readonly number[];
  readonly factors: readonly number[];
  /** The rule of the planner's that this row is part of; what is named when rules clash. */
  readonly rule?: string | undefined;
}

/** [column, factor]. */
export type Term = readonly [column: number, factor: number];

/** Builds a program column by column and row by row. */
export class ProgramBuilder {
  private readonly columns: Column[] = [];
  private readonly rows: Row[] = [];
  private offset = 0;

  /** Adds a column; answers its position. */
  column(name: string, cost: number, { low = 0, high = Number.POSITIVE_INFINITY, whole = true } = {}): number {
    this.columns.push({ name, cost, low, high, whole });
    return this.columns.length - 1;
  }

  /** Adds low ≤ Σ terms ≤ high; a row without terms is left out unless nothing can satisfy it. */
  row(name: string, low: number, high: number, terms: readonly Term[], rule?: string): void {
    if (terms.length === 0 && low <= 0 && high >= 0) return;
    this.rows.push({
      name,
      low,
      high,
      columns: terms.map(([column]) => column),
      factors: terms.map(([, factor]) => factor),
      ...(rule === undefined ? {} : { rule }),
    });
  }

  atLeast(name: string, low: number, terms: readonly Term[], rule?: string): void {
    this.row(name, low, Number.POSITIVE_INFINITY, terms, rule);
  }

  atMost(name: string, high: number, terms: readonly Term[], rule?: string): void {
    this.row(name, Number.NEGATIVE_INFINITY, high, terms, rule);
  }

  constant(cost: number): void {
    this.offset += cost;
  }

  build(): Program {
    return { columns: this.columns, rows: this.rows, offset: this.offset };
  }
}

/** The same with every column free to be fractional: its optimum is a lower bound. */
export const relaxed = (program: Program): Program => ({
  ...program,
  columns: program.columns.map((column) => ({ ...column, whole: false })),
});
