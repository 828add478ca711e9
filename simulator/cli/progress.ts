/** A line that says what is being done, on a terminal only; stdout stays clean. */
export function progressLine(): { say(text: string): void; end(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { say: () => {}, end: () => {} };
  const clear = '\r\x1b[2K';
  return {
    say: (text) => {
      stderr.write(clear + text.slice(0, (stderr.columns ?? 80) - 1));
    },
    end: () => {
      stderr.write(clear);
    },
  };
}
