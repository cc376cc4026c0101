import type { CaseReport } from '../run-case.ts';
import { machineFacts } from './machine.ts';
import type { MatrixReport } from './run-matrix-case.ts';

const seconds = (value: number): string => value.toFixed(1);

const verdictOf = ({ failures, skipped }: MatrixReport): string =>
  skipped === undefined ? (failures.length === 0 ? 'held' : '**FAILED**') : `not run: ${skipped}`;

const matrixLine = (report: MatrixReport): string => {
  const { row, fault, point, seed, injections, commands, recoverySeconds, skipped } = report;
  const figures =
    skipped === undefined
      ? [
          String(injections),
          `${commands.acknowledged} / ${commands.refused} / ${commands.unknown}`,
          seconds(recoverySeconds),
          seconds(report.seconds),
        ]
      : ['', '', '', ''];
  return `| ${row} | ${fault} | ${point} | ${seed} | ${figures.join(' | ')} | ${verdictOf(report)} |`;
};

const storyLine = ({ name, kills, failures, seconds: took }: CaseReport, seed: string): string => {
  const slowest = Math.max(0, ...kills.map(({ recoveredMs }) => recoveredMs)) / 1_000;
  return `| ${name} | ${seed} | ${kills.length} | ${seconds(slowest)} | ${seconds(took)} | ${failures.length === 0 ? 'held' : '**FAILED**'} |`;
};

export type RunReport = Readonly<{
  seed: string;
  startedAt: Date;
  tookSeconds: number;
  matrix: readonly MatrixReport[];
  story: readonly CaseReport[];
}>;

const countLine = ({ matrix, story }: RunReport): string => {
  const run = matrix.filter(({ skipped }) => skipped === undefined);
  const failed = [...run, ...story].filter(({ failures }) => failures.length > 0).length;
  const commands = run.reduce((sum, report) => sum + report.commands.acknowledged, 0);
  const slowest = Math.max(0, ...run.map(({ recoverySeconds }) => recoverySeconds));
  return `${run.length + story.length - failed} held, ${failed} failed, ${matrix.length - run.length} not run. ${commands} orders were acknowledged under faults; the slowest recovery took ${seconds(slowest)} s (I9 allows 30).`;
};

/** What a run showed, as a page: the machine, the date, each case with its seed. */
export const reportPage = (run: RunReport): string => `# Fault report

${run.startedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC, seed ${run.seed}, ${Math.round(run.tookSeconds / 60)} minutes. ${machineFacts()}.

${countLine(run)}

Made by \`npm run faults -- --seed ${run.seed} --report …\`; README.md says what each case does and what was checked after it. Orders: acknowledged / refused / outcome
unknown to their client. Recovery: from the end of the fault until orders are accepted again, and from the last order until nothing lags and nothing is due.

## The matrix

| row | fault | point | seed | injected | orders | recovery s | case s | verdict |
|---|---|---|---|---|---|---|---|---|
${run.matrix.map(matrixLine).join('\n')}
${
  run.story.length === 0
    ? ''
    : `
## The story under kills

| killed | seed | kills | slowest recovery s | case s | verdict |
|---|---|---|---|---|---|
${run.story.map((one) => storyLine(one, run.seed)).join('\n')}
`
}`;
