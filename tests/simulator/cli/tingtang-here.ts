import { vi } from 'vitest';
import { openFrontDoor } from '../../../simulator/cli/front-door.ts';
import { studyVerbs } from '../../../simulator/cli/verbs.ts';

export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `tingtang …` through the front door in this process: quicker than a new one, for the many ways to ask and to be refused. */
export async function tingtang(...args: string[]): Promise<Answer> {
  const written = { stdout: '', stderr: '' };
  const catching = (stream: 'stdout' | 'stderr') =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    });
  const spies = [catching('stdout'), catching('stderr')];
  process.exitCode = 0;
  try {
    await openFrontDoor(studyVerbs, ['node', 'tingtang', ...args]);
    return { code: Number(process.exitCode), ...written };
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}
