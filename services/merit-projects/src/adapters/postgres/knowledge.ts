import type { Ground } from '@jiangong/service-host';
import { batchKnowledge } from './batch-questions.ts';
import { campaignKnowledge } from './campaign-knowledge.ts';
import { claimKnowledge } from './claim-questions.ts';
import { codeKnowledge } from './code-questions.ts';
import { inspectionKnowledge } from './inspection-files.ts';
import { evidenceKnowledge } from './entry-files.ts';
import { nominatorKnowledge } from './nominator-questions.ts';
import { needKnowledge } from './need-knowledge.ts';
import { ownNoticeKnowledge } from './own-notice-questions.ts';
import { policyKnowledge } from './policy-knowledge.ts';
import { rollKnowledge } from './roll-knowledge.ts';
import { votesOf } from './votes.ts';
import { paperKnowledge } from './paper-knowledge.ts';

/** Everything that the use cases ask of the read models. */
export const knowledgeOf = (ground: Ground) => ({
  ...campaignKnowledge(ground),
  ...batchKnowledge(ground),
  ...paperKnowledge(ground),
  ...claimKnowledge(ground),
  ...nominatorKnowledge(ground.rows),
  ...evidenceKnowledge(ground),
  ...inspectionKnowledge(ground),
  ...codeKnowledge(ground),
  ...ownNoticeKnowledge(ground),
  ...rollKnowledge(ground.rows),
  ...needKnowledge(ground.rows),
  votes: votesOf(ground),
  ...policyKnowledge(ground),
});
