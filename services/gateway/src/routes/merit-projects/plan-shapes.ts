import { z } from 'zod';
import type { AsSaid } from '../route.ts';
import { problemReason } from '../problem-reason.ts';
import { answerWords } from '../answer-words.ts';
import type { EditionPlan, PlanRefusal } from '@jiangong/contracts/jiangong/merit_projects/v1/plans';
import { day, id, instant, sha256, slug, word } from '../fields.ts';
import * as shapes from './shapes.ts';

const workedWord = word(['yes', 'no', 'unknown']);
const stageDays = z.object({ stageId: slug(), opensOn: day(), closesOn: day() });

export const planRefusal = z
  .object({
    reason: problemReason.meta({
      description: '与按相同内容开设时的拒绝原因相同 / As an opening with the same fields would be refused',
    }),
    field: z.string().nullable(),
    zh: z.string(),
    en: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'PlanRefusal' });

const plannedStage = z
  .object({
    stageId: slug(),
    act: word(answerWords.act),
    phase: slug().nullable(),
    parties: z.array(slug()).meta({
      description: '办理方：计划中的各方；未列的不限 / Who acts in it: parties of the plan; none: whoever may',
    }),
    opensOn: day(),
    closesOn: day(),
    opensAt: instant().nullable(),
    closesAt: instant().nullable().meta({ description: '环节结束后的第一时刻 / The first instant after the stage' }),
    daysFrom: word(['template', 'given']),
    opensOnWorkingDay: workedWord.meta({
      description: 'unknown：该年节假日尚未录入 / unknown: nobody has entered the holidays of that year',
    }),
    closesOnWorkingDay: workedWord,
    workingDays: z
      .number()
      .int()
      .nullable()
      .meta({ description: '含首尾两日；空：未知 / Both ends included; null: not known' }),
  })
  .meta({ id: 'PlannedStage' });

const plannedNotice = z
  .object({
    noticeId: slug(),
    about: word(answerWords.plannedNoticeAbout),
    stageId: slug().nullable(),
    days: z.number().int(),
    clock: word(['working', 'calendar']),
    answerWorkingDays: z.number().int(),
    audience: word(['public', 'internal']),
    endsAt: instant()
      .nullable()
      .meta({ description: '随环节开始的公示；空：未知 / Of a notice that begins with its stage; null: not known' }),
    answeredAt: instant().nullable().meta({
      description: '最后一刻提出的异议可以答复完毕的时间 / When an objection of its last minute can be answered',
    }),
    lastDayToBegin: day()
      .nullable()
      .meta({ description: '更晚开始则不能按时结束 / Later ones would not be over in time' }),
  })
  .meta({ id: 'PlannedNotice' });

export const editionPlan = z
  .object({
    refusal: planRefusal.nullable().meta({ description: '空：可以开设 / null: it would be opened' }),
    templateId: slug().nullable(),
    stages: z.array(plannedStage),
    notices: z.array(plannedNotice),
    parties: z.array(
      z.object({ partyId: slug(), role: word(answerWords.partyRole), scope: word(answerWords.partyScope) }),
    ),
    sources: z
      .array(
        z.object({
          sourceId: slug(),
          kind: word(['panel', 'measure', 'checklist', 'bonus', 'ballot']),
          partyId: slug().nullable(),
          vote: word(['person', 'organization']).nullable(),
          own: word(['skip', 'allow'])
            .nullable()
            .meta({ description: '是否评本单位的对象 / Whether entries of one’s own home are scored' }),
        }),
      )
      .meta({ description: '评委类别及其他得分来源 / Kinds of evaluators, and other sources of points' }),
    phases: z.array(z.object({ phase: slug(), sourceIds: z.array(slug()) })),
    awards: z.array(
      z.object({ ruleId: slug(), nameZh: z.string(), nameEn: z.string(), gives: word(answerWords.gives) }),
    ),
    parameters: z.array(
      z.object({
        parameterId: slug(),
        nameZh: z.string(),
        nameEn: z.string(),
        value: z.string(),
        given: z.boolean().meta({ description: '假：采用模板默认值 / false: the template’s own' }),
      }),
    ),
    tracks: z.array(
      z.object({
        ...{ track: slug(), nameZh: z.string(), nameEn: z.string(), kind: shapes.subjectKindWord() },
        documents: z.array(slug()),
        documentNames: z.array(shapes.documentName).meta({ description: shapes.DOCUMENT_NAMES }),
      }),
    ),
    quota: z
      .number()
      .int()
      .nullable()
      .meta({ description: '推荐单位可申报的数量；空：不限 / Entries that a nominator may declare; null: no number' }),
    intake: word(answerWords.intake).nullable(),
    yearsMissing: z.array(z.number().int()).meta({
      description:
        '日程涉及但节假日尚未录入的年份 / Years that the calendar touches and whose holidays nobody has entered',
    }),
  })
  .meta({ id: 'EditionPlan' });

export const opening = z
  .object({
    // Without a name beside it: an order takes none.
    committeeId: id(),
    seriesId: id(),
    year: z.number().int(),
    ordinal: z.number().int(),
    titleZh: z.string(),
    titleEn: z.string(),
    templateHash: sha256(),
    parameters: z.record(z.string(), z.string()),
    stages: z.array(stageDays).meta({ description: '与模板日期不同的环节 / Stages on other days than the template’s' }),
  })
  .meta({ id: 'EditionOpening', description: 'POST /v1/editions 的请求体 / The body of POST /v1/editions' });

export const notCarried = z
  .object({
    what: word([
      'late-entries',
      'reopened-stage',
      'holidays-unknown',
      'day-moved',
      'newer-template',
      'title-without-year',
    ]),
    stageId: slug().nullable(),
    zh: z.string(),
    en: z.string(),
  })
  .meta({ id: 'NotCarried' });

const refusalOut = ({ reason, field, zh, en, detailsJson }: PlanRefusal): AsSaid<z.input<typeof planRefusal>> => ({
  ...{ reason, field, zh, en },
  details: JSON.parse(detailsJson) as Record<string, string | number>,
});

/** A plan as the service tells it, its empty texts as null. */
export const planOut = (plan: EditionPlan | undefined): AsSaid<z.input<typeof editionPlan>> => {
  if (plan === undefined) throw new Error('the service answered without a plan');
  const { refusal, editionId: _edition, stages, notices, sources, quota, intake, templateId, ...rest } = plan;
  return {
    ...rest,
    ...{ templateId, intake, quota: quota === 0 ? null : quota },
    refusal: refusal === undefined ? null : refusalOut(refusal),
    stages: stages.map(({ holidaysHash: _hash, phase, workingDays, ...stage }) => ({
      ...{ ...stage, phase, workingDays: workingDays === -1 ? null : workingDays },
    })),
    notices: notices.map(({ stageId, endsAt, answeredAt, lastDayToBegin, ...notice }) => ({
      ...{ ...notice, stageId, endsAt },
      ...{ answeredAt, lastDayToBegin },
    })),
    sources: sources.map(({ partyId, vote, own, ...source }) => ({
      ...{ ...source, partyId, vote, own },
    })),
  };
};
