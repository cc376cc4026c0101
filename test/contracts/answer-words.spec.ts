import { ACTS, INTAKES, SUBJECT_KINDS } from '../../services/merit-projects/src/domain/programme.ts';

import { expect, it } from '@jest/globals';
import { OUTCOME_PROBLEMS } from '@jiangong/scoring';
import { BONUS_ACTS } from '../../services/evaluation/src/domain/bonus/words.ts';
import { MEASURE_ACTS } from '../../services/evaluation/src/domain/measure/words.ts';
import { CHECKLIST_ACTS } from '../../services/evaluation/src/domain/checklist/words.ts';
import {
  RECHECK_OUTCOMES,
  RESTORING_REASONS,
  WITHDRAWING_REASONS,
} from '../../services/evaluation/src/domain/honour/words.ts';
import { READINGS } from '../../services/evaluation/src/domain/naming/facts.ts';
import { answerWords } from '../../services/gateway/src/routes/answer-words.ts';
import { REVOKE_WORDS } from '../../services/membership/src/domain/grant.ts';
import { EDITION_PROPOSALS } from '../../services/merit-projects/src/domain/edition/facts.ts';
import {
  CLEARANCE_SCOPES,
  ENTRY_PROPOSALS,
  MISSED_REASONS,
} from '../../services/merit-projects/src/domain/entries/facts.ts';
import { OBJECTION_OUTCOMES } from '../../services/merit-projects/src/domain/entries/objection-facts.ts';
import {
  HANDOVER_CAUSES,
  OWNER_ROLES,
  PROBLEM_KINDS,
  PROBLEM_SEVERITIES,
  PROBLEM_SOURCES,
} from '../../services/merit-projects/src/domain/problem/facts.ts';
import { PROBLEM_STATES } from '../../services/merit-projects/src/domain/problem/state.ts';
import { PROBLEM_STEPS } from '../../services/merit-projects/src/adapters/postgres/problem-questions.ts';
import { ROLL_CAUSES, ROLL_STANDINGS } from '../../services/merit-projects/src/application/rolled-subjects.ts';
import { REMINDED_ACTS } from '../../services/merit-projects/src/domain/reminders/awaited.ts';
import { DUTY_KINDS } from '../../services/notifications/src/domain/duties.ts';
import { DISSOLUTION_KINDS } from '../../services/organizations/src/domain/dissolution-kinds.ts';
import { OFFICES } from '../../services/organizations/src/domain/offices.ts';
import { ORGANIZATION_KINDS } from '../../services/organizations/src/domain/organization-kinds.ts';

const lists: readonly (readonly [keyof typeof answerWords, readonly string[]])[] = [
  ['act', ACTS],
  ['intake', INTAKES],
  ['subjectKind', SUBJECT_KINDS],
  ['scope', CLEARANCE_SCOPES],
  ['missedReason', MISSED_REASONS],
  ['objectionOutcome', OBJECTION_OUTCOMES],
  ['editionProposal', EDITION_PROPOSALS],
  ['entryProposal', ENTRY_PROPOSALS],
  ['organizationKind', ORGANIZATION_KINDS],
  ['dissolution', DISSOLUTION_KINDS],
  ['office', OFFICES],
  ['endedBecause', [...REVOKE_WORDS, 'exit']],
  ['honourReason', [...WITHDRAWING_REASONS, ...RESTORING_REASONS]],
  ['recheckOutcome', RECHECK_OUTCOMES],
  ['reading', READINGS],
  ['dutyKind', DUTY_KINDS],
  ['outcomeProblem', OUTCOME_PROBLEMS],
  ['remindedAct', REMINDED_ACTS],
  ['problemSource', PROBLEM_SOURCES],
  ['problemKind', PROBLEM_KINDS],
  ['problemSeverity', PROBLEM_SEVERITIES],
  ['problemOwnerRole', OWNER_ROLES],
  ['problemCause', HANDOVER_CAUSES],
  ['problemState', PROBLEM_STATES],
  ['problemStep', PROBLEM_STEPS],
  ['rollStanding', ROLL_STANDINGS],
  ['rollCause', ROLL_CAUSES],
  ['checklistProposal', CHECKLIST_ACTS],
  ['bonusProposal', BONUS_ACTS],
  ['measureProposal', MEASURE_ACTS],
];

it.each(lists)('the document tells the words of %s as their service has them', (name, words) => {
  expect([...answerWords[name]].toSorted()).toEqual([...words].toSorted());
});
