import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Option } from 'commander';
import { CasePool } from '../../hosts/case-pool.ts';
import { problemsOfCases } from '../../validation/answer-case.ts';
import { type Case, casesSchema } from '../../validation/case.ts';
import { type Validation, validate } from '../../validation/validate.ts';
import { jsonOption, seedOption, wholeNumber } from '../option-values.ts';
import { progressLine } from '../progress.ts';
import { badFile, readJson } from '../read-file.ts';
import { BadInput, exitNo, type Verb } from '../verb.ts';
import { validateEngines } from './validate-engines.ts';
import { validationText } from './validation-text.ts';

interface ValidateFlags {
  readonly cases?: string;
  readonly engines?: number;
  readonly seed: number;
  readonly precision: number;
  readonly json: boolean;
}

/** The reference cases that the project carries: facts with their sources, which its tests use too. */
const shipped = fileURLToPath(new URL('../../../tests/theory', import.meta.url));

/** `validate`: does the product get known answers right? */
export const validateVerb: Verb = {
  name: 'validate',
  define(command) {
    command
      .description('用已知答案检验引擎与公式。 Check the engine and the formulas against reference cases.')
      .option('--cases <file>', 'a file of reference cases; those that the project carries when absent')
      .addOption(
        wholeNumber('--engines <n>', 'random days on which the two engines must write the same journal', {
          min: 1,
          max: 10_000_000,
        }),
      )
      .addOption(seedOption())
      .addOption(
        new Option('--precision <p>', 'wanted half-width of 95 % intervals, relative to the value')
          .default(0.02)
          .argParser(precisionOf),
      )
      .addOption(jsonOption())
      .addHelpText(
        'after',
        '\nExit code 1: a case failed, or a random day on which the two engines differ; it is shown, with the seed that shows it again. The work grows with 1 / precision²: 0.005 takes 16 times as long as 0.02.',
      )
      .action(async (flags: ValidateFlags) => {
        if (flags.engines !== undefined) {
          if (flags.cases !== undefined)
            throw new BadInput('--engines runs random days, --cases a file of reference cases; give one of the two');
          return validateEngines(flags.engines, flags.seed, flags.json);
        }
        const cases = flags.cases === undefined ? shippedCases() : readCases(flags.cases);
        const validation = await run(cases, flags);
        process.stdout.write(flags.json ? `${JSON.stringify(validation)}\n` : `${validationText(validation)}\n`);
        if (validation.failed > 0) process.exitCode = exitNo;
      });
  },
};

function precisionOf(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0.001 && value <= 0.2))
    throw new BadInput(`--precision "${text}": must be a number from 0.001 to 0.2`);
  return value;
}

/** Paths in a case are relative to its file. */
const folderOf = (file: string): string => (file === shipped ? shipped : dirname(file));

function shippedCases(): Case[] {
  const files = existsSync(shipped) ? readdirSync(shipped).filter((name) => name.endsWith('.json')) : [];
  if (files.length === 0) throw new BadInput('the reference cases are not part of this installation; give --cases FILE');
  return files.sort().flatMap((name) => readCases(join(shipped, name)));
}

function readCases(path: string): Case[] {
  const cases = readJson(path, casesSchema);
  const problems = problemsOfCases(cases);
  if (problems.length > 0) throw badFile(path, problems);
  return cases;
}

/** Runs on every core; Ctrl-C keeps the cases that are answered. */
async function run(cases: readonly Case[], { seed, precision, cases: file = shipped }: ValidateFlags): Promise<Validation> {
  const line = progressLine();
  const pool = new CasePool(Math.max(1, Math.min(availableParallelism(), cases.length)), folderOf(file), (done, of) =>
    line.say(`${done} of ${of} cases`),
  );
  const stop = (): void => pool.stop();
  process.once('SIGINT', stop);
  try {
    return await validate(cases, { seed, precision }, pool.answerCases);
  } finally {
    process.off('SIGINT', stop);
    line.end();
    await pool.close();
  }
}
