import { Option } from 'commander';
import { profileOf } from '../../engine/run.ts';
import { makeSampler, sampleInto } from '../../workload/sample.ts';
import { makeTape } from '../../workload/tape.ts';
import { refusing } from '../input-errors.ts';
import { jsonOption, seedOption, wholeNumber } from '../option-values.ts';
import { writeText } from '../read-file.ts';
import { readModel } from '../read-model.ts';
import { BadInput, type Verb } from '../verb.ts';
import { type SampleForm, sampleForms } from './sample-forms.ts';
import { sampleLog } from './sample-log.ts';

interface SampleFlags {
  readonly days: number;
  readonly seed: number;
  readonly dayType?: string;
  readonly as: SampleForm | 'log';
  readonly dirty: boolean;
  readonly output?: string;
  readonly json: boolean;
}

/** `sample`: days of demand as data. */
export const sampleVerb: Verb = {
  name: 'sample',
  define(command) {
    command
      .description(
        '从模型抽取客流作为数据。 Draw days of demand from a model as data: who comes, for what, how long it takes, how long they would wait.',
      )
      .argument('<model>', 'a model file, or a folder that holds model.json')
      .addOption(wholeNumber('--days <n>', 'days to draw', { min: 1, max: 10_000, default: 1 }))
      .addOption(seedOption())
      .option('--day-type <id>', 'profile of arrivals; the first when absent')
      .addOption(
        new Option(
          '--as <form>',
          "tape: JSON, all that a run reads; arrivals: CSV, a row for each visit; log: CSV, a log of visits as a queue machine writes it, under the model's own plan",
        )
          .choices([...Object.keys(sampleForms), 'log'])
          .default('tape'),
      )
      .option('--dirty', 'with --as log: with the faults that real logs have; --json says how many of each', false)
      .option('-o, --output <file>', 'file to write; standard output when absent')
      .addOption(jsonOption())
      .addHelpText(
        'after',
        `
  tingtang sample model.json --days 5 -o tapes.json
  tingtang sample model.json --as arrivals -o arrivals.csv
  tingtang sample model.json --as log --dirty --days 20 -o log.csv

Day n of a seed is the day n that "simulate" runs with it. Times are ms after local midnight, lengths ms.`,
      )
      .action(async (path: string, flags: SampleFlags) => {
        const { as, days, json, output, seed } = flags;
        if (json && output === undefined && as !== 'tape')
          throw new BadInput(`--json prints one JSON document: with --as ${as} it needs --output FILE`);
        const model = readModel(path);
        if (as === 'log') {
          const told = await refusing(() => sampleLog(model, { seed, days, dirty: flags.dirty }, output));
          if (json) process.stdout.write(`${JSON.stringify(told)}\n`);
          return;
        }
        const sampler = await refusing(() => makeSampler(model, profileOf(model, flags.dayType)));
        const tapes = Array.from({ length: days }, (_, day) => sampleInto(sampler, seed, day, makeTape(0)));
        const text = sampleForms[as](model, seed, tapes);
        if (output === undefined) process.stdout.write(text);
        else {
          writeText(output, text);
          const visits = tapes.reduce((sum, tape) => sum + tape.visits, 0);
          const told = { model: model.id, seed, days, visits, file: output };
          process.stdout.write(json ? `${JSON.stringify(told)}\n` : `${visits} visits of ${days} days written to ${output}.\n`);
        }
      });
  },
};
