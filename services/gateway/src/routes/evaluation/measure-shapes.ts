import type {
  CheckMeasureFormResponse,
  GetMeasuresResponse,
} from '@jiangong/contracts/jiangong/evaluation/v1/measure_service';
import type { MeasureRow, MeasureVersion } from '@jiangong/contracts/jiangong/evaluation/v1/measures';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, formed, id, instant, line, prose, sha256, whole, wholeText, word } from '../fields.ts';
import { editionRef, entryRef, organizationRef, personRef, roundRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import { schemeWord } from './shapes.ts';

const WHY_CHARS_MAX = 2_000;
const ORIGIN_CHARS_MAX = 100;
const EVIDENCE_MAX = 20;
const ATTEMPTS_MAX = 20;
const VALUES_MAX = 1_900;
const PARTS_MAX = 100;

export const measureParams = z.strictObject({ roundId: id(), entryId: id() });
export const measureSourceParams = z.strictObject({ roundId: id(), sourceId: schemeWord });
export const measureOfEntryParams = z.strictObject({ ...measureParams.shape, sourceId: schemeWord });
export const measureProposalParams = z.strictObject({ ...measureOfEntryParams.shape, proposalId: id() });
export const formQuery = z.strictObject({
  part: wholeText(1, PARTS_MAX)
    .optional()
    .meta({ description: '第几部分（每个文件至多 1,900 行） / Which part: a file holds at most 1,900 lines' }),
});

export const measureText = prose(WHY_CHARS_MAX);
export const CHANGING_REASONS = [
  'recorded-in-error',
  'of-another-entry',
  'source-corrected',
  'attempt-void',
  'came-late',
] as const;
export const changingWord = word(CHANGING_REASONS).meta({ id: 'MeasureChangingReason' });
export const MEASURE_PROGRESS = ['none', 'some', 'whole'] as const;

const attempt = () => whole(1, ATTEMPTS_MAX).meta({ description: '第几次成绩，从 1 起 / The attempt, counted from 1' });
const decimal = () =>
  formed(/^(?:0|[1-9]\d{0,7})(?:\.\d{1,6})?$/u, 'decimal').meta({
    description: '十进制数，单位见该项实测数据 / A decimal number in the measure’s unit',
  });
const origin = line(ORIGIN_CHARS_MAX).meta({
  description: '数据来源，如成绩单名称 / What the value was taken from',
});
const evidence = z
  .array(sha256())
  .max(EVIDENCE_MAX)
  .default([])
  .meta({ description: '原始材料的 SHA-256 / Documents, by their SHA-256' });

const written = z
  .strictObject({
    entryId: id(),
    attempt: attempt().default(1),
    value: decimal(),
    dayOf: day().meta({ description: '该数据所属日期 / The day that the value is of' }),
  })
  .meta({ id: 'WrittenMeasure' });

export const recordBody = { values: z.array(written).min(1).max(VALUES_MAX), origin, evidence };

/** What a value becomes: another one, with where it is from; or none. */
export const askedChange = z
  .discriminatedUnion('asked', [
    z.strictObject({
      asked: z.literal('value'),
      attempt: attempt(),
      value: decimal(),
      dayOf: day(),
      because: changingWord,
      origin,
      evidence,
    }),
    z.strictObject({ asked: z.literal('none'), attempt: attempt(), because: changingWord }),
  ])
  .meta({ id: 'AskedMeasureChange' });

/** As the service asks for it: what was left out is empty. */
export const changeIn = (asked: z.output<typeof askedChange>) =>
  asked.asked === 'value' ? asked : { ...asked, value: '', dayOf: '', origin: '', evidence: [] };

const hindranceWord = word([
  'ROUND_NOT_OPEN',
  'ROUND_CLOSED',
  'ENTRY_NOT_IN_ROUND',
  'DECISION_TAKEN_ALREADY',
  'STAGE_NOT_YOURS_NOW',
]).meta({
  id: 'MeasureHindrance',
});
const hindrance = () =>
  hindranceWord.nullable().meta({
    description: '目前不能由一人登记的原因 / Why one person records nothing now; null while he does',
  });

const source = z
  .object({
    sourceId: schemeWord,
    nameZh: z.string().nullable().meta({ description: '模板未命名的为空 / null where the template gives no name' }),
    nameEn: z.string().nullable(),
    unit: schemeWord.meta({ description: '单位，按模板 / What it is measured in, as the template calls it' }),
    decimals: z.number().int(),
    better: word(['higher', 'lower']).meta({ id: 'MeasureBetter' }),
    documentRequired: z.boolean(),
    partyId: schemeWord,
    records: z.boolean().meta({ description: '本人可以登记 / The caller may record' }),
  })
  .meta({ id: 'MeasureSource' });

const askedWord = word(['value', 'none']).meta({ id: 'MeasureAsked' });
const given = { asked: askedWord, value: decimal().nullable(), dayOf: day().nullable() };

const version = z
  .object({
    ...given,
    because: changingWord.nullable(),
    origin: z.string().nullable(),
    evidence: z.array(sha256()),
    why: z.string().nullable(),
    by: personRef().nullable().meta({ description: '对被考评方不显示登记人 / Not told to those who are judged' }),
    at: instant(),
    settled: z.boolean().meta({ description: '由两人更正 / Two persons settled it' }),
    opensEvidence: z.boolean().meta({
      description:
        '本人可以打开原始材料；涉及多个对象的材料仅限登记方 / The caller may open the documents: one of many entries is for the office that records alone',
    }),
  })
  .meta({ id: 'MeasureVersion' });

const proposal = z
  .object({
    proposalId: id(),
    act: word(answerWords.measureProposal),
    sourceId: schemeWord,
    entryId: entryRef(),
    attempt: z.number().int(),
    ...given,
    because: changingWord,
    origin: z.string().nullable(),
    evidence: z.array(sha256()),
    proposedBy: personRef(),
    role: word(answerWords.role),
    proposedAt: instant(),
    why: z.string(),
  })
  .meta({ id: 'MeasureProposal' });

const judged = {
  judgedFrom: day().nullable().meta({ description: '考评时间的首日 / The first day of the time that is judged' }),
  judgedTo: day().nullable(),
};

export const measures = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    entryId: id(),
    title: z.string(),
    homeId: organizationRef().nullable(),
    hindrance: hindrance(),
    changing: hindranceWord.nullable().meta({
      description:
        '目前不能由一人更正已登记数据的原因 / Why one person changes nothing that stands; null while he does',
    }),
    correcting: hindranceWord.nullable().meta({
      description: '目前不能由两人更正的原因 / Why two persons settle nothing now',
    }),
    subject: z.boolean().meta({ description: '本人是被考评方 / The caller is judged, or acts for what is' }),
    ...judged,
    sources: z.array(source),
    values: z.array(
      z
        .object({ sourceId: schemeWord, attempt: z.number().int(), standing: version, earlier: z.array(version) })
        .meta({ id: 'MeasuredValue' }),
    ),
    proposals: z.array(proposal),
  })
  .meta({ id: 'Measures' });

const versionOut = (told: MeasureVersion) => ({ ...told, evidence: [...told.evidence] });

export const measuresOut = (told: GetMeasuresResponse): AsSaid<z.input<typeof measures>> => ({
  ...told,
  sources: told.sources.map((one) => ({ ...one })),
  values: told.values.flatMap(({ standing, earlier, ...one }) =>
    standing === undefined ? [] : [{ ...one, standing: versionOut(standing), earlier: earlier.map(versionOut) }],
  ),
  proposals: told.proposals.map((one) => ({ ...one, evidence: [...one.evidence] })),
});

export const measureRow = z
  .object({
    entryId: id(),
    title: z.string(),
    homeId: organizationRef().nullable(),
    track: schemeWord,
    recorded: z.number().int().meta({ description: '已登记的数据 / Values that stand' }),
    lacking: z.number().int().meta({ description: '尚无数据的项数 / Measures of which nothing is recorded' }),
    proposals: z.number().int(),
    progress: word(MEASURE_PROGRESS).meta({ id: 'MeasureProgress' }),
    values: z
      .array(z.object({ sourceId: schemeWord, attempt: z.number().int(), value: decimal(), dayOf: day() }))
      .meta({ description: '本人负责登记的数据 / Values of the measures that the caller records' }),
  })
  .meta({ id: 'MeasureRow' });

/** What stands beside the rows: what is measured, and why nothing can be recorded. */
export const measuresBeside = { sources: z.array(source), hindrance: hindrance(), ...judged };

export const rowOut = ({ values, ...row }: MeasureRow) => ({ ...row, values: values.map((one) => ({ ...one })) });

export const myMeasure = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    concern: word(['office', 'subject']).meta({
      description: 'office：本人负责登记；subject：本人被考评 / Whether the caller records, or is measured',
    }),
    entryId: entryRef().nullable(),
    hindrance: hindrance(),
    entries: z.number().int(),
    whole: z.number().int().meta({ description: '数据齐全的对象 / Entries with a value of every measure' }),
  })
  .meta({ id: 'MyMeasure' });

/** Why a cell can not be taken. */
export const measureFaultWord = word([
  'ENTRY_NOT_IN_ROUND',
  'OWN_ENTRY',
  'OWN_ORGANIZATION',
  'VALUE_INVALID',
  'VALUE_TOO_FINE',
  'VALUE_TWICE',
  'VALUE_RECORDED_ALREADY',
  'ATTEMPT_INVALID',
  'EFFECTIVE_ON_INVALID',
  'OUTSIDE_JUDGED_TIME',
  'COLUMN_UNKNOWN',
  'COLUMN_TWICE',
  'ROW_WITHOUT_ENTRY',
  'CELL_NOT_A_NUMBER',
  'CELL_IS_FORMULA',
  'CELL_IS_DATE',
  'CELL_IS_PERCENT',
]).meta({ id: 'MeasureCellFault' });

export const checkedForm = z
  .object({
    given: z.number().int().meta({ description: '文件中的数据 / Values that the file holds' }),
    values: z
      .array(
        z.object({ entryId: entryRef(), attempt: z.number().int(), value: decimal(), dayOf: day() }).meta({
          id: 'CheckedMeasure',
        }),
      )
      .meta({ description: '其中可以登记的 / Of them those that may be recorded' }),
    standing: z.number().int().meta({ description: '其中已经登记且相同的 / Of them those that stand so already' }),
    empty: z.number().int().meta({ description: '没有数据的行 / Lines without a value' }),
    faults: z
      .array(
        z
          .object({
            cell: z.string().meta({ description: '单元格地址，如 F12 / Its address as the program shows it' }),
            reason: measureFaultWord,
            entryId: entryRef().nullable(),
            found: z
              .string()
              .meta({ description: '其中的内容（至多 60 字） / What stands in it, cut at 60 characters' }),
            zh: z.string(),
            en: z.string(),
          })
          .meta({ id: 'FaultyMeasureCell' }),
      )
      .meta({ description: '前 500 个有误的单元格 / The first 500 cells that are wrong' }),
    faultsTotal: z.number().int(),
    mismatch: word(['round', 'measure']).nullable().meta({
      description: '文件属于其他评分或其他数据项 / The file is of another round, or of another measure',
    }),
    sha256: sha256().meta({
      description: '文件的 SHA-256，可作原始材料 / The file’s own hash, to be named as its document',
    }),
  })
  .meta({ id: 'MeasureFormChecked' });

export const checkedFormOut = (told: CheckMeasureFormResponse): AsSaid<z.input<typeof checkedForm>> => ({
  ...told,
  values: told.values.map((one) => ({ ...one })),
  faults: told.faults.map((one) => ({ ...one })),
});
