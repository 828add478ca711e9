import { Option } from 'commander';
import { seedOption, wholeNumber } from '../../simulator/cli/option-values.ts';
import { BadInput, type Verb } from '../../simulator/cli/verb.ts';
import { speedOf } from './drill-speed.ts';
import { stopSignal } from './stop-signal.ts';

interface Options {
  readonly branch: string;
  readonly speed: number;
  readonly seed: number;
  readonly minutes?: number;
  readonly json?: boolean;
}

/** `drill`: simulated people in a branch of the data folder, beside the service that runs on it. */
export const drill: Verb = {
  name: 'drill',
  define(command) {
    command
      .description('fill a branch with simulated people, beside the running service, until Ctrl-C; then they go home')
      .option('--branch <id>', 'the branch', 'demo')
      .addOption(
        new Option('--speed <n>', 'people act so many times as fast as people do')
          .default(1)
          .argParser((text) => speedOf(text, '--speed')),
      )
      .addOption(wholeNumber('--minutes <n>', 'end after so many minutes', { min: 1, max: 100_000 }))
      .addOption(seedOption())
      .option('--json', 'print {branch, tickets, served} at the end')
      .addHelpText(
        'after',
        [
          '',
          'The same people as of "serve --drill", in a process of their own: a service that runs already, with real people at some of its',
          'screens, can be filled and emptied again. Every event of theirs is by system/drill. Name another branch than demo only if nobody',
          'real is served there: made-up tickets count in its figures like any other.',
        ].join('\n'),
      )
      .action(run);
  },
};

async function run({ branch, json, minutes, seed, speed }: Options): Promise<void> {
  const { withStore, knownBranch } = await import('./open-store.ts');
  const { playBeside } = await import('../drill/play-beside.ts');
  await withStore(async (store) => {
    await knownBranch(store, branch);
    const over = new AbortController();
    void stopSignal().then(() => over.abort());
    const timer = minutes === undefined ? undefined : setTimeout(() => over.abort(), minutes * 60_000);
    const played = await playBeside(store, branch, { speed, seed }, over.signal);
    clearTimeout(timer);
    if ('problem' in played) throw new BadInput(played.problem);
    const { served, tickets } = played;
    process.stdout.write(
      json
        ? `${JSON.stringify({ branch, tickets, served })}\n`
        : `演练结束：取号 ${tickets}，办结 ${served}。 The drill is over: ${tickets} tickets, ${served} needs served.\n`,
    );
  });
}
