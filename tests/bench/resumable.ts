import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/** Results of an experiment, one line each, so that what is done is not done again. */
export class Resumable<Row extends { readonly number: number }> {
  private readonly file: string;
  readonly rows: Row[];

  constructor(file: string) {
    this.file = file;
    this.rows = existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => JSON.parse(line) as Row)
      : [];
  }

  has(number: number): boolean {
    return this.rows.some((row) => row.number === number);
  }

  add(row: Row): void {
    this.rows.push(row);
    appendFileSync(this.file, `${JSON.stringify(row)}\n`);
  }
}

/** Mean with its 95 % limits, by the normal approximation. */
export function meanText(values: readonly number[], digits = 1): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  const half = 1.96 * Math.sqrt(variance / values.length);
  return `${mean.toFixed(digits)} (95 %: ${(mean - half).toFixed(digits)} … ${(mean + half).toFixed(digits)}, ${values.length} branches)`;
}
