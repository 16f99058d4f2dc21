/**
 * Runs every check, the tests last, and goes on after a failure so that one run shows all of them.
 * Each step without tests counts as one; the last line is "N passed, N failed".
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const STEPS = ['format:check', 'lint', 'types', 'borders', 'build', 'probe:eventstoredb', 'probe:mongodb'];
/** The scenarios of test/e2e run over every kind of store; those that start whole processes choose their own. */
const onStores = (stores) => ({
  script: 'test:e2e',
  args: ['--testPathIgnorePatterns', 'process\\.spec'],
  env: { TEST_STORES: stores },
});
const TEST_RUNS = [{ script: 'test' }, { script: 'test:int' }, onStores('embedded'), onStores('servers')];

const folder = mkdtempSync(join(tmpdir(), 'aterkom-check-'));

/** True when the npm script ended well. */
function run({ script, args = [], env = {} }) {
  console.log(`\n== ${[script, ...Object.values(env)].join(' ')}`);
  const options = { stdio: 'inherit', env: { ...process.env, ...env } };
  return spawnSync('npm', ['run', '--silent', script, '--', ...args], options).status === 0;
}

const counted = (ended) => ({ passed: ended ? 1 : 0, failed: ended ? 0 : 1, skipped: 0 });

/** A suite that could not run at all holds no failed test, so it is counted by itself. */
function countsIn(report) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = report;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, skipped: numPendingTests };
}

function runTests({ args = [], ...testRun }, index) {
  const outputFile = join(folder, `${index}.json`);
  const ended = run({ ...testRun, args: [...args, '--json', `--outputFile=${outputFile}`] });
  if (!existsSync(outputFile)) return counted(ended);
  const counts = countsIn(JSON.parse(readFileSync(outputFile, 'utf8')));
  // Whatever else made the run fail must not be lost.
  return ended || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

const results = [...STEPS.map((script) => counted(run({ script }))), ...TEST_RUNS.map(runTests)];
rmSync(folder, { recursive: true });

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('skipped')} tests skipped`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
