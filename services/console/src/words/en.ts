import { accountEn } from './en/account.ts';
import { auditEn } from './en/audit.ts';
import { ballotsEn } from './en/ballots.ts';
import { talksEn } from './en/talks.ts';
import { meetingsEn } from './en/meetings.ts';
import { paperBoxesEn } from './en/paper-boxes.ts';
import { campaignsEn } from './en/campaigns.ts';
import { casesEn } from './en/cases.ts';
import { appealsEn } from './en/appeals.ts';
import { bonusesEn } from './en/bonuses.ts';
import { measuresEn } from './en/measures.ts';
import { policiesEn } from './en/policies.ts';
import { problemsEn } from './en/problems.ts';
import { checklistsEn } from './en/checklists.ts';
import { claimsEn } from './en/claims.ts';
import { contestEn } from './en/contest.ts';
import { dealingEn } from './en/dealing.ts';
import { declaringEn } from './en/declaring.ts';
import { destroyingEn } from './en/destroying.ts';
import { factsEn } from './en/facts.ts';
import { honoursEn } from './en/honours.ts';
import { needsEn } from './en/needs.ts';
import { rollEn } from './en/roll.ts';
import { lateUnitsEn } from './en/late-units.ts';
import { membersEn } from './en/members.ts';
import { operationsEn } from './en/operations.ts';
import { organizationsEn } from './en/organizations.ts';
import { peopleEn } from './en/people.ts';
import { ownNoticesEn } from './en/own-notices.ts';
import { promisesEn } from './en/promises.ts';
import { nominatingEn } from './en/nominating.ts';
import { planningEn } from './en/planning.ts';
import { programmesEn } from './en/programmes.ts';
import { sampleEn } from './en/sample.ts';
import { projectsEn } from './en/projects.ts';
import { publicEn } from './en/public.ts';
import { voteCodesEn } from './en/vote-codes.ts';
import { worksEn } from './en/works.ts';
import { resultsEn } from './en/results.ts';
import { reviewEn } from './en/review.ts';
import { roundsEn } from './en/rounds.ts';
import { sharedEn } from './en/shared.ts';
import { sheetsEn } from './en/sheets.ts';
import { webhooksEn } from './en/webhooks.ts';
import { workEn } from './en/work.ts';
import type { Said } from './words.ts';
import type { zh } from './zh.ts';

export const en: Said<typeof zh> = {
  ...sharedEn,
  ...workEn,
  ...accountEn,
  ...auditEn,
  ...ballotsEn,
  ...meetingsEn,
  ...talksEn,
  ...paperBoxesEn,
  ...campaignsEn,
  ...casesEn,
  ...appealsEn,
  ...bonusesEn,
  ...measuresEn,
  ...policiesEn,
  ...problemsEn,
  ...checklistsEn,
  ...claimsEn,
  ...contestEn,
  ...dealingEn,
  ...declaringEn,
  ...destroyingEn,
  ...factsEn,
  ...honoursEn,
  ...lateUnitsEn,
  ...needsEn,
  ...rollEn,
  ...membersEn,
  ...operationsEn,
  ...organizationsEn,
  ...peopleEn,
  ...nominatingEn,
  ...ownNoticesEn,
  ...promisesEn,
  ...planningEn,
  ...programmesEn,
  ...sampleEn,
  ...projectsEn,
  ...publicEn,
  ...voteCodesEn,
  ...worksEn,
  ...resultsEn,
  ...reviewEn,
  ...roundsEn,
  ...sheetsEn,
  ...webhooksEn,
};
