import { parseArgs } from 'node:util';
import { SmallCampaign } from '../../journeys/bad-input/small-campaign.ts';
import { runHostile } from './run-hostile.ts';

const FAULTS_SHOWN_MAX = 60;

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const requests = Number(values.requests);
if (!Number.isSafeInteger(requests) || requests < 1) throw new Error('--requests takes a whole number from 1');

const campaign = await SmallCampaign.start();
try {
  await campaign.reach('planned');
  const started = performance.now();
  const report = await runHostile(campaign, {
    seed: values.seed,
    requests,
    onProgress: (sent) => process.stderr.write(`${sent} sent\n`),
  });
  const seconds = Math.round((performance.now() - started) / 1_000);
  const { sent, answers, faults, headBefore, headAfter } = report;
  process.stdout.write(
    `seed ${report.seed}: ${sent} hostile requests in ${seconds} s, ${faults.length} wrong answers; the log ended at ${headBefore} before and at ${headAfter} after\n`,
  );
  for (const [answer, count] of Object.entries(answers)) process.stdout.write(`  ${answer.padEnd(28)} ${count}\n`);
  for (const event of report.stored) process.stdout.write(`\nstored: ${JSON.stringify(event)}\n`);
  for (const { number, what, request } of faults.slice(0, FAULTS_SHOWN_MAX))
    process.stdout.write(`\n#${number} ${what}\n  ${request}\n`);
  if (faults.length > 0 || headBefore !== headAfter) process.exitCode = 1;
} finally {
  await campaign.stop();
}
