const barCells = 20;

export interface ProgressLine {
  say(text: string): void;
  /** Says something that stays, above what is said next. */
  keep(text: string): void;
  bar(done: number, of: number, what: string): void;
  end(): void;
}

/** A line that says what is being done, on a terminal only; stdout stays clean. */
export function progressLine(): ProgressLine {
  const { stderr } = process;
  if (!stderr.isTTY) return { say: () => {}, keep: () => {}, bar: () => {}, end: () => {} };
  const clear = '\r\x1b[2K';
  const say = (text: string): void => {
    stderr.write(clear + text.slice(0, (stderr.columns || 80) - 1));
  };
  return {
    say,
    bar: (done, of, what) => {
      const share = of > 0 ? Math.min(1, done / of) : 1;
      const full = Math.round(share * barCells);
      say(`${'█'.repeat(full)}${'░'.repeat(barCells - full)} ${Math.floor(100 * share)} %  ${done} / ${of} ${what}`);
    },
    keep: (text) => {
      stderr.write(`${clear}${text}\n`);
    },
    end: () => {
      stderr.write(clear);
    },
  };
}
