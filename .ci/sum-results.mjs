// Sums what jest and the steps of .ci/run left behind, names what was skipped, and ends with "N passed, N failed".
// Runs on the system's Node, before or without an install.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const folder = process.argv[2];
const JEST = ['unit', 'integration', 'stack'];
/** As many are told of each project: where the time goes that everybody waits for. */
const SLOWEST = 12;

/** Suites that CI may skip, one "words from the name # reason" a line. Everything else that is skipped is a failure. */
const maySkip = readFileSync(new URL('./may-be-skipped.txt', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split('#')[0].trim())
  .filter((line) => line !== '');

/** The first lines of what jest says of a failure: the rest is in its own output, which may be cut off. */
const TOLD_LINES = 12;
const COLOURS = new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, 'gu');
const why = (messages) =>
  messages
    .join('\n')
    .replace(COLOURS, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('node_modules'))
    .slice(0, TOLD_LINES)
    .map((line) => `\n    ${line.trimEnd()}`)
    .join('');

const steps = readFileSync(join(folder, 'steps.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([name, code, seconds]) => ({ name, ok: code === '0', seconds }));

let passed = 0;
let failed = 0;
const fail = (text) => {
  failed += 1;
  console.log(`failed: ${text}`);
};

for (const { name, ok } of steps) {
  if (JEST.includes(name)) continue;
  if (ok) passed += 1;
  else fail(`step ${name}`);
}

for (const project of JEST.filter((name) => steps.some((step) => step.name === name))) {
  const file = join(folder, `${project}.json`);
  if (!existsSync(file)) {
    fail(`${project}: jest left no result`);
    continue;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const before = failed;
  for (const suite of report.testResults) {
    const path = relative(process.cwd(), suite.name);
    if (suite.assertionResults.length === 0)
      fail(`${path}: ${suite.message?.split('\n')[0] || 'the suite holds no test'}`);
    for (const { fullName, status, failureMessages } of suite.assertionResults) {
      if (status === 'passed') passed += 1;
      else if (status === 'failed') fail(`${path}: ${fullName}${why(failureMessages)}`);
      else if (maySkip.some((words) => fullName.includes(words)))
        console.log(`skipped, as allowed: ${path}: ${fullName}`);
      else if (process.env.CI !== 'true') console.log(`skipped on this machine (CI must run it): ${path}: ${fullName}`);
      else fail(`${path}: ${fullName} was skipped (${status}) and must run`);
    }
  }
  const slowest = report.testResults
    .map(({ name, startTime, endTime }) => ({
      path: relative(process.cwd(), name),
      seconds: (endTime - startTime) / 1000,
    }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, SLOWEST)
    .map(({ path, seconds }) => `${path.split('/').at(-1)} ${seconds.toFixed(0)} s`);
  console.log(`slowest of ${project}: ${slowest.join(' · ')}`);
  if (report.numTotalTests === 0) fail(`${project}: no test ran`);
  const step = steps.find(({ name }) => name === project);
  if (!step.ok && failed === before) fail(`${project}: jest ended badly without naming a test`);
}

console.log(steps.map(({ name, ok, seconds }) => `${name} ${ok ? 'passed' : 'FAILED'} in ${seconds} s`).join(' · '));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
