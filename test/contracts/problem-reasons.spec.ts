import { hostRefusalTexts } from '@jiangong/service-host';
import { expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refusalTexts as ofAudit } from '../../services/audit/src/application/refusal-texts.ts';
import { refusalTexts as ofEvaluation } from '../../services/evaluation/src/application/refusal-texts.ts';
import { problemReasons } from '../../services/gateway/src/routes/problem-reasons.ts';
import { edgeReasons } from '../../services/gateway/src/application/edge-reasons.ts';
import { refusalTexts as ofMembership } from '../../services/membership/src/application/refusal-texts.ts';
import { refusalTexts as ofMeritProjects } from '../../services/merit-projects/src/application/refusal-texts.ts';
import { refusalTexts as ofNotifications } from '../../services/notifications/src/application/refusal-texts.ts';
import { refusalTexts as ofOrganizations } from '../../services/organizations/src/application/refusal-texts.ts';
import { ROOT } from '../laws/run-tool.ts';

const FILE = 'services/gateway/src/routes/problem-reasons.ts';
const LINE_CHARS = 130;

const said = [
  ...[edgeReasons, hostRefusalTexts, ofAudit, ofEvaluation, ofMembership, ofMeritProjects],
  ...[ofNotifications, ofOrganizations],
].flatMap((texts) => Object.keys(texts));
const reasons = [...new Set(said)].toSorted();

/** The file as it must be: `JIANGONG_WRITE_REASONS=1` writes it. */
const written = (): string => {
  const lines = [''];
  for (const reason of reasons) {
    const last = lines.at(-1) ?? '';
    if (last.length + reason.length + 1 > LINE_CHARS) lines.push(reason);
    else lines[lines.length - 1] = last === '' ? reason : `${last} ${reason}`;
  }
  return `/** Every reason for which anything is refused, here or in a service. Written by test/contracts/problem-reasons.spec.ts. */
export const problemReasons = \`
${lines.join('\n')}
\`
  .trim()
  .split(/\\s+/u) as [string, ...string[]];
`;
};

it('every reason of every refusal is in the document, and no other', async () => {
  if (process.env['JIANGONG_WRITE_REASONS'] === '1') await writeFile(join(ROOT, FILE), written());
  else expect(problemReasons).toEqual(reasons);
});
