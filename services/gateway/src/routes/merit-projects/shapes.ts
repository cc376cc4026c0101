import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, line, prose, sha256, slug, word } from '../fields.ts';
import { editionRef, organizationRef, personRef, subjectRef } from '../naming/index.ts';

/** The limits of the service's own rule book (services/merit-projects/src/domain/limits.ts). */
export const TITLE_CHARS_MAX = 200;
export const TEXT_CHARS_MAX = 4_000;
export const REASON_CHARS_MAX = 1_000;
export const CONTACT_CHARS_MAX = 200;
export const DOCUMENT_NUMBER_CHARS_MAX = 100;
export const LINK_CHARS_MAX = 500;
export const TEMPLATE_CHARS_MAX = 200_000;
export const EDITIONS_PER_YEAR_MAX = 20;
export const STAGES_MAX = 60;
export const RETURN_REASONS_MAX = 20;
export const REVIEW_ANSWERS_MAX = 40;
const PARAMETERS_MAX = 100;
const ANSWERABLE_MAX = 10;
const HOLIDAYS_MAX = 40;
const TEMPLATE_ID = /^[a-z0-9][a-z0-9-]{0,63}$/u;
const PARAMETER_ID = /^[A-Za-z][A-Za-z0-9-]{0,63}$/u;
const DECIMAL = /^-?\d{1,7}(?:\.\d{1,2})?%?$/u;
const EVIDENCE_FILES_MAX = 20;
const MILESTONES_MAX = 20;

/** Ids within a template. */
export const stageId = () => z.string().regex(TEMPLATE_ID, 'must be an id of the template');
export const trackId = stageId;
/** Numbers as decimal text by parameter id. */
export const parameters = () =>
  z
    .record(z.string().regex(PARAMETER_ID), z.string().regex(DECIMAL))
    .refine((all) => Object.keys(all).length <= PARAMETERS_MAX)
    .default({});
export const standingWord = () => word(answerWords.standing);
export const subjectKindWord = () => word(answerWords.subjectKind);
export const scopeWord = () => word(answerWords.scope);
export const objectionOutcomeWord = () => word(answerWords.objectionOutcome);

export const service = 'merit-projects' as const;
export const editionParams = z.strictObject({ editionId: id() });
export const entryParams = z.strictObject({ entryId: id() });
export const why = () => prose(REASON_CHARS_MAX);
/** A document that a template asks for, by its id there. */
const givenDocument = z.object({ document: slug(), sha256: sha256() }).meta({ id: 'GivenDocument' });
export const documentName = z
  .object({ document: slug(), nameZh: z.string(), nameEn: z.string() })
  .meta({ id: 'DocumentName' });
export const DOCUMENT_NAMES =
  '这些材料的名称；模板未命名的只有编号 / What these are called; one that the template does not name stands by its id';

/** Which of the files are the documents that the template asks for. */
export const documents = () =>
  z.array(givenDocument.strict()).max(EVIDENCE_FILES_MAX).default([]).meta({
    description:
      '所附文件中哪些是模板要求的材料（要求见活动类别的 documents） / Which files are the documents that the category asks for (`documents` of the edition’s tracks)',
  });

export const evidence = () => z.array(sha256()).max(EVIDENCE_FILES_MAX).default([]);

export const answerable = () => z.array(id()).min(1).max(ANSWERABLE_MAX);
export const workingDays = {
  daysOff: z.array(z.strictObject({ from: day(), to: day() })).max(HOLIDAYS_MAX),
  makeUpDays: z.array(day()).max(HOLIDAYS_MAX),
};

export const milestonePlans = z
  .array(z.strictObject({ title: line(TITLE_CHARS_MAX), dueOn: day() }))
  .max(MILESTONES_MAX);

export const plan = {
  answerable: answerable(),
  title: line(TITLE_CHARS_MAX),
  keyTask: line(TITLE_CHARS_MAX),
  measures: prose(TEXT_CHARS_MAX),
  dueOn: day(),
  milestones: milestonePlans.default([]),
};

export const holidayYear = z
  .object({
    year: z.number().int(),
    noticeNumber: z.string(),
    daysOff: z.array(z.object({ from: day(), to: day() })),
    makeUpDays: z.array(day()),
    hash: sha256(),
    shipped: z.boolean(),
  })
  .meta({ id: 'HolidayYear' });

export const holidayProposal = z
  .object({
    proposalId: id(),
    proposed: holidayYear.meta({ description: '更正后的安排 / The year as it would stand' }),
    proposedBy: personRef(),
    role: word(['committee-officer']).meta({
      description:
        '提议人的角色；由另一角色的人办理 / The role of who proposed; somebody of another one carries it out',
    }),
    proposedAt: instant(),
    why: z.string(),
  })
  .meta({ id: 'HolidayProposal' });

const stage = z
  .object({
    stageId: slug(),
    act: word(answerWords.act),
    phase: slug().nullable(),
    opensOn: day(),
    closesOn: day(),
    opensAt: instant(),
    closesAt: instant().meta({ description: '环节结束后的第一时刻 / The first instant after the stage' }),
    progress: word(answerWords.progress).meta({
      description:
        '未到（ahead）、进行中（open）或已结束（closed），以调度记录为准 / ahead, open or closed, as the scheduler recorded it',
    }),
    entered: z.number().int().meta({
      description:
        '开启时进入的对象数；无对象进入的为 -1 / How many entries entered when it opened; -1 where none enter',
    }),
    closings: z.number().int().meta({ description: '已截止的次数 / How often it was closed' }),
  })
  .meta({ id: 'Stage' });

export const edition = z
  .object({
    editionId: id(),
    seriesId: id(),
    year: z.number().int(),
    ordinal: z.number().int(),
    committeeId: organizationRef(),
    titleZh: z.string(),
    titleEn: z.string(),
    templateHash: sha256(),
    templateId: slug(),
    parameters: z.record(z.string(), z.string()),
    state: word(answerWords.editionState).meta({
      description: '进行中（open）、已结束（closed）或已终止（abandoned） / open, closed or abandoned',
    }),
    quota: z
      .number()
      .int()
      .meta({ description: '推荐单位可申报的数量；0：不限 / Entries that a nominator may declare; 0: no number' }),
    intake: word(answerWords.intake),
    tracks: z.array(
      z.object({
        ...{ track: slug(), nameZh: z.string(), nameEn: z.string(), kind: word(answerWords.subjectKind) },
        documents: z
          .array(slug())
          .meta({ description: '申报须附的材料 / What has to be attached when an entry is declared' }),
        documentNames: z.array(documentName).meta({ description: DOCUMENT_NAMES }),
        of: z.array(slug()).meta({
          description: '可以推荐的组织类别；空：不限 / Kinds of organization that may be put forward; empty: any',
        }),
      }),
    ),
    nominatorRole: word(answerWords.partyRole).nullable().meta({
      description:
        '推荐、申报的一方的角色；空：模板没有规定 / The role that nominates and declares; null: the template names none',
    }),
    ownNotice: slug().nullable().meta({
      description:
        '推荐单位申报前自行公示的环节；空：无须自行公示 / The stage in which a nominator makes known what it means to declare; null: it need not',
    }),
    stages: z.array(stage),
    lateEntries: z.array(
      z.object({
        nominatorId: organizationRef(),
        stageId: slug(),
        fromAt: instant(),
        untilAt: instant(),
        why: z.string(),
      }),
    ),
    rollAsOf: day()
      .nullable()
      .meta({ description: '名册日期；null：没有名册 / The day of its roll; null: it has none' }),
    reviewList: z.array(z.string()).meta({
      description: '初审的内容；未列的由审核人自定 / What the review looks at; empty: whatever the reviewer names',
    }),
    revision: z.number().int(),
  })
  .meta({ id: 'Edition' });

export const entry = z
  .object({
    entryId: id(),
    editionId: editionRef(),
    nominatorId: organizationRef(),
    subjectKind: word(answerWords.subjectKind),
    subjectId: subjectRef(),
    track: slug(),
    homeId: organizationRef(),
    proposerId: organizationRef(),
    answerable: z.array(personRef()).meta({ description: '负责人在前 / The leader first' }),
    title: z.string(),
    keyTask: z.string().nullable(),
    measures: z.string(),
    dueOn: day().nullable(),
    standing: word(answerWords.standing),
    missedReason: word(answerWords.missedReason).nullable(),
    featured: z.boolean(),
    declarations: z.number().int().meta({ description: '已申报的版本数 / Versions declared so far' }),
    noticeUntil: instant()
      .nullable()
      .meta({ description: '最近一次公示结束后的第一时刻 / The first instant after its latest notice' }),
    redeclareUntil: instant().nullable(),
    openObjections: z.number().int(),
    award: z.string().nullable(),
    grade: slug().nullable(),
    gradeZh: z.string().nullable().meta({ description: '表彰等次的名称 / What the grade is called' }),
    gradeEn: z.string().nullable(),
    documentNumber: z.string().nullable(),
    plannedAt: instant(),
    revision: z.number().int().meta({ description: '该对象自己的计数，即其 ETag / Its own counter: its ETag' }),
    claimedBy: personRef().nullable().meta({
      description:
        '正在审核的工作人员；无人认领，或调用者无权得知的为空 / Which officer is reviewing it; null: nobody, or it is not told to the caller',
    }),
    claimedUntil: instant()
      .nullable()
      .meta({ description: '认领失效的第一时刻 / The first instant at which that claim counts no more' }),
    brought: word(answerWords.brought).meta({
      description:
        '在册对象应自行申报的内容：none 无须申报，awaited 待申报，brought 已申报，overdue 逾期未申报（仍参评） / What whoever stands on a roll brings itself: none is asked, awaited, brought, or overdue (it enters all the same)',
    }),
  })
  .meta({ id: 'Entry' });

/** Who returned a declaration. */
export const returnedByWord = word(answerWords.returnedBy);
export const reviewOutcomeWord = word(answerWords.review);

export const reviewAnswer = z
  .object({ item: z.string(), met: z.boolean(), explanation: z.string().nullable() })
  .meta({ id: 'ReviewAnswer', description: '初审审核清单的一项 / One item of the check-list of a review' });

export const declaration = z
  .object({
    version: z.number().int(),
    summary: z.string(),
    evidence: z.array(sha256()),
    documents: z.array(givenDocument),
    declaredAt: instant(),
    returnedBy: returnedByWord.nullable(),
    returnReasons: z.array(z.string()),
    review: reviewOutcomeWord.nullable(),
    answers: z.array(reviewAnswer),
  })
  .meta({ id: 'Declaration' });

export const milestone = z
  .object({ milestoneId: id(), title: z.string(), dueOn: day(), completedOn: day().nullable() })
  .meta({ id: 'Milestone' });

/** What somebody, or an organization that he speaks for, means to do in an edition. */
export const myPlan = z
  .object({
    entryId: id(),
    editionId: id(),
    editionZh: z.string(),
    editionEn: z.string(),
    title: z.string(),
    subjectKind: z.enum(['person', 'organization']),
    brought: z.enum(['brought', 'awaited', 'overdue']),
    revision: z.number().int(),
    mayPlan: z.boolean(),
    mayDeliver: z.boolean(),
    planUntil: instant().nullable(),
    deliverUntil: instant().nullable(),
    milestones: z.array(milestone),
  })
  .meta({ id: 'MyPlan' });
