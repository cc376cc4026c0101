import { operationNames } from '@jiangong/scoring';
import { z } from 'zod';
import { slug, word } from '../fields.ts';

/** An id of a template, or nothing. */
const slugOrNone = z.string().regex(/^(?:[A-Za-z0-9][A-Za-z0-9-]{0,63})?$/u);

export const operationWord = word(operationNames).meta({ id: 'TallyOperation' });
export const absentReasonWord = word([
  'PANEL_BELOW_MINIMUM',
  'NOT_RECORDED',
  'NOT_CARRIED',
  'NOTHING_LEFT',
  'PERIODS_BELOW_MINIMUM',
  'VOTERS_BELOW_MINIMUM',
  'BOX_VOID',
  'TURNOUT_BELOW_FLOOR',
  'NOT_SCORED',
]).meta({ id: 'AbsentReason' });
export const settledByWord = z.string().meta({
  description:
    '排序规则的一项，或并列（shared）、抽签（draw）、集体研究（body） / A key of the ranking rule, or shared, draw or body',
  id: 'TieSettledBy',
});

const decimalInteger = z.string().regex(/^-?\d+$/u);

export const fraction = z
  .object({ numerator: decimalInteger, denominator: decimalInteger })
  .meta({ id: 'Fraction', description: '精确值，单位：百分之一分 / An exact number of hundredths of a point' });

export const ballotStory = z
  .object({
    issued: z.number().int().meta({ description: '发放的凭证 / Tokens issued' }),
    cast: z.number().int().meta({ description: '投出的选票 / Ballots cast' }),
    counts: z.array(z.number().int()).meta({
      description:
        '各等次票数，由高到低；不计票时为空 / Of each level how many, best first; empty where they do not count',
    }),
  })
  .meta({ id: 'BallotStory' });

/** In the result itself, which is hashed: null where nobody counted. */
const ballotInResult = z
  .object({ issued: z.number().int(), cast: z.number().int(), counts: z.array(z.number().int()).nullable() })
  .meta({ id: 'BallotInResult' });

export const panelStory = z
  .object({
    panel: z
      .number()
      .int()
      .meta({ description: '已打分且不回避的席位 / Seats that marked the entry and are not recused' }),
    recused: z.array(slug()),
    holes: z.array(slug()),
    droppedLowest: z.array(slug()),
    droppedHighest: z.array(slug()),
    counted: z.array(z.object({ sum: z.number().int(), count: z.number().int() })),
  })
  .meta({ id: 'PanelStory' });

/** Null where everything of it was left out. */
const areaValue = { numerator: decimalInteger.nullable(), denominator: decimalInteger.nullable() };

const checklistStory = z
  .object({
    areas: z.array(
      z.object({
        area: slug(),
        ...areaValue,
        periods: z.array(z.object({ period: z.number().int(), ...areaValue })),
      }),
    ),
  })
  .meta({
    id: 'ChecklistStory',
    description: '清单各部分及各期的得分 / A check-list by areas, each by the periods that the entry was there for',
  });

export const bonusStory = z
  .object({
    before: z.number().int().meta({
      description: '各组合计（总上限之前，百分之一分） / What the groups add up to, in hundredths, before the cap',
    }),
    groups: z.array(
      z.object({
        group: slug(),
        before: z.number().int(),
        points: z.number().int(),
        items: z.array(
          z.object({
            item: slug(),
            granted: z.number().int(),
            counted: z.number().int(),
            before: z.number().int(),
            points: z.number().int(),
          }),
        ),
      }),
    ),
  })
  .meta({
    id: 'BonusStory',
    description: '加分的构成：逐项、逐组封顶 / Bonus points by items and groups, each with its cap',
  });

const rowValue = z
  .object({
    row: slug(),
    numerator: decimalInteger.nullable(),
    denominator: decimalInteger.nullable(),
    absent: z.object({ reason: absentReasonWord, row: slug() }).nullable(),
    panel: panelStory.nullable(),
    checklist: checklistStory.optional(),
    ballot: ballotInResult.optional(),
    bonus: bonusStory.optional(),
  })
  .meta({ id: 'RowValue' });

const tie = z
  .object({
    size: z.number().int(),
    values: z.array(
      z.object({ key: z.string(), numerator: decimalInteger.nullable(), denominator: decimalInteger.nullable() }),
    ),
    settledBy: settledByWord,
  })
  .meta({ id: 'TieStory' });

/** A result with every step, as `resultHash` is taken over its RFC 8785 form. */
export const phaseResult = z
  .object({
    resultVersion: z.literal(2),
    algorithm: z.string(),
    phase: slug(),
    decimals: z.number().int(),
    missingSheets: z.array(z.object({ sourceId: slug(), seatId: slug() })),
    entries: z.array(
      z.object({
        entryId: slug(),
        within: slug().nullable(),
        rank: z.number().int(),
        score: z.number().int(),
        numerator: decimalInteger,
        denominator: decimalInteger,
        rows: z.array(rowValue),
        tie: tie.nullable(),
      }),
    ),
    unranked: z.array(
      z.object({
        entryId: slug(),
        within: slug().nullable(),
        reason: absentReasonWord,
        row: slugOrNone.meta({
          description:
            '分数在哪一行缺失；不评分时为空 / The row where the value was lost; empty where nobody is scored',
        }),
        rows: z.array(rowValue),
      }),
    ),
  })
  .meta({ id: 'PhaseResult' });
