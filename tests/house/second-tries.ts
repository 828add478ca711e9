import type { Reporter, TestCase } from 'vitest/node';

/** Names, below all else, each test that passed only when it was tried again: a pass that hides nothing. */
export class SecondTries implements Reporter {
  readonly #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId} > ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.log(`passed at the second try only, mend it: ${name}`);
  }
}
