import { z } from 'zod';
import { day, id, line, prose, sha256, word } from '../fields.ts';

/** The limits of the service's own rule book (services/merit-projects/src/domain/limits.ts). */
export const TITLE_CHARS_MAX = 200;
export const TEXT_CHARS_MAX = 4_000;
export const REASON_CHARS_MAX = 1_000;
export const CONTACT_CHARS_MAX = 200;
export const DOCUMENT_NUMBER_CHARS_MAX = 100;
export const LINK_CHARS_MAX = 500;
export const QUOTA_MAX = 50;
export const NOTICE_WORKING_DAYS_MAX = 30;
export const OBJECTION_WORKING_DAYS_MAX = 60;
export const RETURN_REASONS_MAX = 20;
export const SCREENING_FAILURES_MAX = 20;
const EVIDENCE_FILES_MAX = 20;
const MILESTONES_MAX = 20;

const STAGES = ['planning', 'delivery', 'declaration', 'review', 'notice', 'scoring', 'decision'] as const;
export const STAGES_COUNT = STAGES.length;
export const stageWord = () => word(STAGES);
export const standingWord = () =>
  word([
    'planned',
    'underway',
    'declared',
    'returned',
    'screened',
    'rejected',
    'clearance-requested',
    'cleared',
    'blocked',
    'published',
    'removed',
    'withdrawn',
    'in-evaluation',
    'missed',
    'commended',
  ]);
export const scopeWord = () => word(['entry', 'leader', 'unit']);
export const objectionOutcomeWord = () => word(['upheld-remove', 'upheld-return', 'rejected']);

export const service = 'merit-projects' as const;
export const editionParams = z.strictObject({ editionId: id() });
export const entryParams = z.strictObject({ entryId: id() });
export const why = () => prose(REASON_CHARS_MAX);
export const evidence = () => z.array(sha256()).max(EVIDENCE_FILES_MAX).default([]);

export const plan = {
  leaderPersonId: id(),
  title: line(TITLE_CHARS_MAX),
  keyTask: line(TITLE_CHARS_MAX),
  measures: prose(TEXT_CHARS_MAX),
  dueOn: day(),
  milestones: z
    .array(z.strictObject({ title: line(TITLE_CHARS_MAX), dueOn: day() }))
    .max(MILESTONES_MAX)
    .default([]),
};

/** proto has no null: an empty text means that there is none. */
export const orNull = (text: string): string | null => (text === '' ? null : text);

const stage = z
  .object({
    stage: z.string(),
    opensOn: z.string(),
    closesOn: z.string(),
    opensAt: z.string(),
    closesAt: z.string().meta({ description: 'The first instant after the stage' }),
    progress: z.string().meta({ description: 'ahead, open or closed, as the scheduler recorded it' }),
  })
  .meta({ id: 'Stage' });

export const edition = z
  .object({
    editionId: z.string(),
    seriesId: z.string(),
    year: z.number().int(),
    committeeId: z.string(),
    titleZh: z.string(),
    titleEn: z.string(),
    quota: z.number().int().meta({ description: 'Entries that a unit may declare' }),
    noticeWorkingDays: z.number().int(),
    objectionWorkingDays: z.number().int(),
    stages: z.array(stage),
    lateEntries: z.array(
      z.object({ unitId: z.string(), stage: z.string(), fromAt: z.string(), untilAt: z.string(), why: z.string() }),
    ),
    revision: z.number().int(),
  })
  .meta({ id: 'Edition' });

export const entry = z
  .object({
    entryId: z.string(),
    editionId: z.string(),
    unitId: z.string(),
    branchId: z.string(),
    leaderPersonId: z.string(),
    title: z.string(),
    keyTask: z.string(),
    measures: z.string(),
    dueOn: z.string(),
    standing: z.string(),
    featured: z.boolean(),
    declarations: z.number().int().meta({ description: 'Versions declared so far' }),
    noticeUntil: z.string().nullable().meta({ description: 'The first instant after its latest notice' }),
    redeclareUntil: z.string().nullable(),
    openObjections: z.number().int(),
    award: z.string().nullable(),
    grade: z.string().nullable(),
    documentNumber: z.string().nullable(),
    plannedAt: z.string(),
  })
  .meta({ id: 'Entry' });

export const screeningFailure = z
  .object({ criterion: z.string(), explanation: z.string() })
  .meta({ id: 'ScreeningFailure' });

export const declaration = z
  .object({
    version: z.number().int(),
    summary: z.string(),
    evidence: z.array(z.string()),
    declaredAt: z.string(),
    returnedBy: z.string().nullable().meta({ description: 'first-review or objection' }),
    returnReasons: z.array(z.string()),
    screening: z.string().nullable().meta({ description: 'passed or failed' }),
    failures: z.array(screeningFailure),
  })
  .meta({ id: 'Declaration' });

export const milestone = z
  .object({ milestoneId: z.string(), title: z.string(), dueOn: z.string(), completedOn: z.string().nullable() })
  .meta({ id: 'Milestone' });
