import { accountZh } from './zh/account.ts';
import { auditZh } from './zh/audit.ts';
import { ballotsZh } from './zh/ballots.ts';
import { talksZh } from './zh/talks.ts';
import { meetingsZh } from './zh/meetings.ts';
import { paperBoxesZh } from './zh/paper-boxes.ts';
import { campaignsZh } from './zh/campaigns.ts';
import { casesZh } from './zh/cases.ts';
import { appealsZh } from './zh/appeals.ts';
import { bonusesZh } from './zh/bonuses.ts';
import { measuresZh } from './zh/measures.ts';
import { policiesZh } from './zh/policies.ts';
import { problemsZh } from './zh/problems.ts';
import { checklistsZh } from './zh/checklists.ts';
import { claimsZh } from './zh/claims.ts';
import { contestZh } from './zh/contest.ts';
import { dealingZh } from './zh/dealing.ts';
import { declaringZh } from './zh/declaring.ts';
import { destroyingZh } from './zh/destroying.ts';
import { factsZh } from './zh/facts.ts';
import { honoursZh } from './zh/honours.ts';
import { needsZh } from './zh/needs.ts';
import { rollZh } from './zh/roll.ts';
import { lateUnitsZh } from './zh/late-units.ts';
import { membersZh } from './zh/members.ts';
import { operationsZh } from './zh/operations.ts';
import { organizationsZh } from './zh/organizations.ts';
import { peopleZh } from './zh/people.ts';
import { ownNoticesZh } from './zh/own-notices.ts';
import { promisesZh } from './zh/promises.ts';
import { nominatingZh } from './zh/nominating.ts';
import { planningZh } from './zh/planning.ts';
import { programmesZh } from './zh/programmes.ts';
import { sampleZh } from './zh/sample.ts';
import { projectsZh } from './zh/projects.ts';
import { publicZh } from './zh/public.ts';
import { voteCodesZh } from './zh/vote-codes.ts';
import { worksZh } from './zh/works.ts';
import { resultsZh } from './zh/results.ts';
import { reviewZh } from './zh/review.ts';
import { roundsZh } from './zh/rounds.ts';
import { sharedZh } from './zh/shared.ts';
import { sheetsZh } from './zh/sheets.ts';
import { webhooksZh } from './zh/webhooks.ts';
import { workZh } from './zh/work.ts';

/** Every text of the console, Chinese, by what it is for; `en.ts` has the same keys, which its type and a test hold. */
export const zh = {
  ...sharedZh,
  ...workZh,
  ...accountZh,
  ...auditZh,
  ...ballotsZh,
  ...meetingsZh,
  ...talksZh,
  ...paperBoxesZh,
  ...campaignsZh,
  ...casesZh,
  ...appealsZh,
  ...bonusesZh,
  ...measuresZh,
  ...policiesZh,
  ...problemsZh,
  ...checklistsZh,
  ...claimsZh,
  ...contestZh,
  ...dealingZh,
  ...declaringZh,
  ...destroyingZh,
  ...factsZh,
  ...honoursZh,
  ...lateUnitsZh,
  ...needsZh,
  ...rollZh,
  ...membersZh,
  ...operationsZh,
  ...organizationsZh,
  ...peopleZh,
  ...nominatingZh,
  ...ownNoticesZh,
  ...promisesZh,
  ...planningZh,
  ...programmesZh,
  ...sampleZh,
  ...projectsZh,
  ...publicZh,
  ...voteCodesZh,
  ...worksZh,
  ...resultsZh,
  ...reviewZh,
  ...roundsZh,
  ...sheetsZh,
  ...webhooksZh,
} as const;
