import type { GetChecklistResponse } from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, optionalProse, prose, sha256, whole, word } from '../fields.ts';
import { editionRef, entryRef, organizationRef, personRef, roundRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import { present, schemeWord } from './shapes.ts';

const FINDING_CHARS_MAX = 2_000;
const PERIODS_MAX = 36;
/** So many as an item has measures at most. */
const MARKS_MAX = 50;
/** 1,000 points, in hundredths. */
const POINTS_MAX = 100_000;

export const checklistParams = z.strictObject({ roundId: id(), entryId: id() });
export const findingParams = z.strictObject({ ...checklistParams.shape, occurrenceId: id() });
export const listProposalParams = z.strictObject({ ...checklistParams.shape, proposalId: id() });

export const findingText = prose(FINDING_CHARS_MAX);
export const remarkText = optionalProse(FINDING_CHARS_MAX);
export const periodNumber = whole(1, PERIODS_MAX);
export const pointsGiven = z.array(whole(0, POINTS_MAX)).max(MARKS_MAX);

export const PARTS = ['month', 'quarter', 'half', 'round'] as const;
export const partWord = word(PARTS).meta({ id: 'ChecklistPart' });
export const WITHDRAWING_REASONS = [
  'recorded-in-error',
  'of-another-entry',
  'recorded-twice',
  'not-established',
  'answer-accepted',
] as const;
export const withdrawingWord = word(WITHDRAWING_REASONS).meta({ id: 'WithdrawingReason' });
const REOPENING_REASONS = ['finding-missing', 'mark-wrong', 'answer-accepted', 'closed-in-error'] as const;
const reopeningWord = word(REOPENING_REASONS);
export const PROGRESS = ['untouched', 'behind', 'entered', 'closed'] as const;

/** What exactly is proposed: each act has its own terms. */
export const listTerms = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('WithdrawOccurrence'), occurrenceId: id(), reason: withdrawingWord }),
  z.strictObject({ act: z.literal('ReopenPeriod'), part: partWord, period: periodNumber, reason: reopeningWord }),
]);

/** Why nothing is written into a list now. */
const listHindranceWord = word([
  'ROUND_NOT_OPEN',
  'ROUND_CLOSED',
  'ENTRY_NOT_IN_ROUND',
  'DECISION_TAKEN_ALREADY',
  'STAGE_NOT_YOURS_NOW',
]).meta({ id: 'ChecklistHindrance' });

const hundredths = () => z.number().int().meta({ description: '单位：百分之一分 / In hundredths of a point' });
const named = {
  nameZh: z.string().nullable().meta({ description: '模板未命名的为空 / null where the template gives no name' }),
  nameEn: z.string().nullable(),
};

const item = z
  .object({
    itemId: schemeWord,
    ...named,
    points: hundredths(),
    starts: word(['full', 'zero']),
    per: hundredths().meta({
      description:
        '每次加减的分值（百分之一分）；0 表示由审核打分、不按次数登记 / What each finding adds or takes, in hundredths; 0: it is marked by a review',
    }),
    floor: hundredths(),
    cap: hundredths(),
    step: hundredths(),
    measures: z.array(z.object({ measureId: schemeWord, points: hundredths() })),
    veto: z.boolean().meta({ description: '出现一次即不得表彰 / One finding shuts out of honours' }),
    partyId: schemeWord,
    recordable: z.boolean().meta({ description: '本人可登记 / The caller may record findings about it' }),
    reviewable: z.boolean().meta({ description: '本人可打分 / The caller may mark it' }),
  })
  .meta({ id: 'ChecklistItem' });

const area = z
  .object({
    sourceId: schemeWord,
    areaId: schemeWord,
    ...named,
    points: hundredths(),
    part: partWord,
    periods: z.array(
      z.object({
        period: z.number().int(),
        firstOn: day().nullable(),
        lastOn: day().nullable(),
        closed: z.boolean(),
        over: z.boolean(),
      }),
    ),
    items: z.array(item),
    selfScored: z.boolean(),
    selfOpen: z.boolean().meta({
      description: '被检查方现在可以自评 / Those who are judged may mark themselves now',
    }),
    answerable: z.boolean().meta({ description: '被检查方可以说明 / Those who are judged may answer a finding' }),
  })
  .meta({ id: 'ChecklistArea' });

const listStage = z
  .object({
    stageId: schemeWord,
    act: word(['score', 'check', 'vote', 'review', 'recheck']),
    opensAt: instant(),
    closesAt: instant(),
    yours: z.boolean().meta({ description: '本人在此阶段填报 / The caller writes in it' }),
    open: z.boolean(),
  })
  .meta({ id: 'ChecklistStage' });

const finding = z
  .object({
    occurrenceId: id(),
    sourceId: schemeWord,
    itemId: schemeWord,
    period: z.number().int(),
    effectiveOn: day(),
    count: z.number().int(),
    evidence: z.array(sha256()),
    finding: z.string(),
    partyId: schemeWord,
    recordedBy: personRef().nullable().meta({
      description: '对被检查方不显示登记人 / Not told to those who are judged',
    }),
    recordedAt: instant(),
    withdrawnFor: withdrawingWord.nullable(),
    withdrawnAt: instant().nullable(),
    withdrawnWhy: z.string().nullable(),
    answers: z.array(z.object({ answer: z.string(), answeredBy: personRef(), answeredAt: instant() })),
  })
  .meta({ id: 'ChecklistFinding' });

const mark = z
  .object({
    sourceId: schemeWord,
    itemId: schemeWord,
    period: z.number().int(),
    giver: schemeWord.meta({ description: 'self：自评；否则为审核方 / self, or the party that reviews' }),
    points: z.array(hundredths()),
    remark: z.string(),
    markedAt: instant(),
  })
  .meta({ id: 'ChecklistMark' });

const listProposal = z
  .object({
    proposalId: id(),
    act: word(answerWords.checklistProposal),
    occurrenceId: id().nullable(),
    part: partWord.nullable(),
    period: z.number().int(),
    reason: schemeWord,
    proposedBy: personRef(),
    role: word(answerWords.role),
    proposedAt: instant(),
    why: z.string(),
  })
  .meta({ id: 'ChecklistProposal' });

export const checklist = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    entryId: id(),
    title: z.string(),
    personId: personRef()
      .nullable()
      .meta({ description: '所检查的人；不是人的为空 / Whom it is about; null where it is nobody in particular' }),
    homeId: organizationRef().nullable(),
    hindrance: listHindranceWord.nullable().meta({
      description: '目前不能登记的原因；可以登记的为空 / Why nothing is recorded now; null while something is',
    }),
    correcting: listHindranceWord.nullable().meta({
      description: '目前不能更正或说明的原因 / Why nothing is corrected by two persons and no finding answered',
    }),
    subject: z.boolean().meta({ description: '本人是被检查方 / The caller is judged, or acts for what is' }),
    stages: z.array(listStage).meta({
      description: '填报阶段；只有一个的为空 / The stages in which it is filled; none where there is one window',
    }),
    areas: z.array(area),
    findings: z.array(finding),
    marks: z.array(mark),
    proposals: z.array(listProposal),
  })
  .meta({ id: 'Checklist' });

export const checklistOut = (given: GetChecklistResponse): AsSaid<z.input<typeof checklist>> => ({
  ...given,
  stages: given.stages.map((one) => ({ ...one })),
  areas: given.areas.map((one) => ({
    ...one,
    periods: one.periods.map((period) => ({ ...period })),
    items: one.items.map((each) => ({ ...each, measures: each.measures.map((measure) => ({ ...measure })) })),
  })),
  findings: given.findings.map((one) => ({
    ...one,
    evidence: [...one.evidence],
    answers: one.answers.map((answer) => ({ ...answer })),
  })),
  marks: given.marks.map((one) => ({ ...one, points: [...one.points] })),
  proposals: given.proposals.map(({ terms, ...rest }) => ({ ...rest, ...present(terms, 'terms') })),
});

export const checklistRow = z
  .object({
    entryId: id(),
    title: z.string(),
    personId: personRef()
      .nullable()
      .meta({ description: '所检查的人；不是人的为空 / Whom it is about; null where it is nobody in particular' }),
    homeId: organizationRef().nullable(),
    track: schemeWord,
    findings: z.number().int(),
    answered: z.number().int(),
    marksWanted: z.number().int(),
    marksGiven: z.number().int(),
    periods: z.number().int(),
    periodsClosed: z.number().int(),
    proposals: z.number().int(),
    lastAt: instant().nullable(),
    progress: word(PROGRESS).meta({ id: 'ChecklistProgress' }),
  })
  .meta({ id: 'ChecklistRow' });

export const myChecklist = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    concern: word(['office', 'subject']).meta({
      description: 'office：本人负责登记；subject：本人是被检查方 / Whether the caller records, or is judged',
    }),
    entryId: entryRef().nullable(),
    hindrance: listHindranceWord.nullable(),
    stageId: schemeWord.nullable().meta({
      description:
        '本人的填报阶段：开放着的或将要开放的 / The caller’s stage: the one that is open, or the one to wait for',
    }),
    stageOpensAt: instant().nullable(),
    stageClosesAt: instant().nullable(),
    findings: z.number().int(),
  })
  .meta({ id: 'MyChecklist' });
