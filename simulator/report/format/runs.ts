export interface Run {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Neighbouring spans joined: 10:00–10:30 and 10:30–11:00 are one run. They come in order of time. */
export function runsOf(spans: readonly Run[]): readonly Run[] {
  const runs: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = runs.at(-1);
    if (last && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else runs.push({ fromMs, toMs });
  }
  return runs;
}
