import { gunzipSync } from 'node:zlib';
import type { Tally } from '@jiangong/contracts/jiangong/evaluation/v1/result_service';
import { z } from 'zod';
import type { AsSaid } from '../route.ts';
import { formed, id, instant, prose, sha256, slug, word } from '../fields.ts';
import { absentReasonWord } from './result-shape.ts';
import { editionRef, entryRef, organizationRef, personRef, roundRef } from '../naming/index.ts';

export const service = 'evaluation' as const;
export const tags = ['evaluation'];

const REASON_CHARS_MAX = 1_000;
/** The largest export that is unpacked. */
const UNPACKED_BYTES_MAX = 64_000_000;

export const roundParams = z.strictObject({ roundId: id() });
export const reason = prose(REASON_CHARS_MAX);
/** An id of the template: of a source, a criterion. */
export const schemeWord = formed(/^[0-9a-z][0-9a-z-]{0,63}$/u, 'scheme-word');

/** Digits that are said in a hall when an order is drawn. */
export const lot = formed(/^[0-9]{1,20}$/u, 'digits').meta({
  description: '现场报出的数字 / Digits that are said in the hall',
});

/** JSON that the service itself validates, problem by problem with its path. */

export const unpacked = (gzip: Uint8Array): Record<string, unknown> =>
  JSON.parse(gunzipSync(gzip, { maxOutputLength: UNPACKED_BYTES_MAX }).toString('utf8')) as Record<string, unknown>;

export const parsed = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>;

/** Where a round is. */
export const ROUND_STATUSES = ['prepared', 'open', 'closed', 'tallied', 'decided', 'commended', 'annulled'] as const;
export const roundStatusWord = word(ROUND_STATUSES).meta({ id: 'RoundStatus' });
/** What fills a round. */
const filledByWord = word(['choice', 'votes', 'marks']).meta({
  id: 'RoundFilledBy',
  description: '推选、投票或打分 / A body that chooses, voters, or marks and what else is recorded',
});
export const voteWord = word(['person', 'organization']).meta({ id: 'Vote' });
/** Where a sheet is; of one that is being replaced: as if it had not been submitted. */
export const sheetStatusWord = word(['blank', 'draft', 'submitted']).meta({ id: 'SheetStatus' });
/** Why somebody does not score an entry. */
export const RECUSAL_CAUSES = ['own-unit', 'own-entry', 'declared'] as const;
export const recusalCauseWord = word(RECUSAL_CAUSES).meta({ id: 'RecusalCause' });
/** Why a submitted sheet does not count. */
const excludedWord = word(['after-closing', 'vacated', 'replaced']).meta({ id: 'SheetExcludedBecause' });
/** What moved between two results. */
export const changeWord = word([
  'recusal-declared',
  'recusal-lifted',
  'seat-vacated',
  'seat-excused',
  'seat-assigned',
  'entry-taken-out',
  'entry-put-back',
  'entry-moved',
  'round-reopened',
  'checklist-corrected',
  'bonus-corrected',
  'measure-corrected',
  'entries-dealt',
]).meta({ id: 'ResultChange' });
/** Why nothing can be written into a sheet now. */
export const hindranceWord = word([
  'NOT_AN_EVALUATOR',
  'NOT_IN_PARTY',
  'SEAT_OF_ANOTHER_ORGANIZATION',
  'ROUND_NOT_OPEN',
  'ROUND_CLOSED',
  'SEAT_NOT_REOPENED',
  'STAGE_NOT_YOURS_NOW',
  'MARKED_ONE_AT_A_TIME',
  'ENTRY_NOT_ON_STAGE',
  'ENTRIES_NOT_DEALT',
]).meta({ id: 'SheetHindrance' });

/** What was given for one criterion. */
export const marks = z.object({ criterionId: slug(), mark: z.number().int() });

export const publisherWord = word(['appraisal-office']).meta({
  id: 'NoticePublisher',
  description:
    '由方案指定的机关办理公示的，为其角色 / The role of the office that begins the notice, where it is not the committee’s own',
});

export const round = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    committeeId: organizationRef(),
    phase: slug(),
    period: slug(),
    ordinal: z.number().int(),
    status: roundStatusWord,
    entries: z.number().int(),
    sources: z.array(
      z.object({
        sourceId: slug(),
        vote: voteWord,
        seats: z.number().int(),
        submitted: z.number().int(),
      }),
    ),
    rulesHash: sha256().nullable().meta({ description: '启封前为空 / null before the opening' }),
    closing: z.number().int(),
    closesAt: instant().nullable(),
    lastIndex: z.number().int(),
    unsealed: z.boolean(),
    outdated: z.boolean(),
    proposals: z.number().int(),
    reopeningRequests: z.number().int().meta({
      description: '待答复的重新开放申请数 / Requests to open a sheet again that wait for an answer',
    }),
    decidedByUnits: z.boolean().meta({
      description: '由各单位机关党委分别研究确定 / Committees of units decide, each over its part',
    }),
    partOf: roundRef().nullable().meta({
      description: '本身是某一评分的单位部分的，为该评分 / The round that this is a unit’s part of; null for a round',
    }),
    isDealtOut: z
      .boolean()
      .meta({ description: '每个对象分配给部分评委评 / Entries are dealt out among the evaluators' }),
    filledBy: filledByWord,
    hasContest: z.boolean().meta({ description: '本轮逐个登场评分 / Entries are called and marked one at a time' }),
    hasBallots: z.boolean().meta({ description: '本轮计入无记名投票 / It counts secret ballots' }),
    hasMeetings: z
      .boolean()
      .meta({ description: '日程中有须记录在案的会议 / Its calendar has meetings that are put on record' }),
    hasTalks: z
      .boolean()
      .meta({ description: '有须谈话并记录在案的等次 / Awards of it ask for talks that are put on record' }),
    publisher: publisherWord.nullable(),
    hasPaperBoxes: z.boolean().meta({ description: '本轮计入纸质投票 / It counts polls that are held on paper' }),
    hasChecklists: z.boolean().meta({ description: '本轮计入检查清单 / It counts check-lists' }),
    asksFacts: z.boolean().meta({
      description: '奖项规则另有须查实的情况 / Rules of awards ask of entries what no result holds',
    }),
    hasAppeals: z.boolean().meta({ description: '对本轮结果可以申诉 / Its result can be appealed' }),
    hasBonuses: z.boolean().meta({ description: '本轮可以申报加分 / Bonuses may be claimed in it' }),
    hasMeasures: z.boolean().meta({ description: '本轮登记实测数据 / What was measured elsewhere is recorded in it' }),
    documentNumber: z.string().nullable(),
    revision: z.number().int(),
    goesOnTo: z.array(slug()).meta({
      description:
        '按本环节名次进入的后续环节；不为空时，本环节不作评选决定 / Phases that these ranks lead to; where there are any, nothing is decided here',
    }),
  })
  .meta({ id: 'Round' });

export const tally = z
  .object({
    rulesHash: sha256().nullable().meta({ description: '启封前为空 / null before the opening' }),
    inputsHash: sha256(),
    algorithmHash: sha256(),
    resultHash: sha256(),
    decimals: z.number().int(),
    ranking: z.array(
      z.object({ entryId: entryRef(), homeId: organizationRef(), rank: z.number().int(), score: z.number().int() }),
    ),
    absent: z.array(z.object({ entryId: entryRef(), homeId: organizationRef(), reason: absentReasonWord })),
    excluded: z
      .array(
        z.object({
          seatId: id(),
          personId: personRef(),
          closing: z.number().int(),
          why: excludedWord,
        }),
      )
      .meta({ description: '已提交但不计入的评分表 / Submitted sheets that do not count' }),
    computedAt: instant(),
    closing: z.number().int(),
    predecessor: sha256()
      .nullable()
      .meta({ description: '上一次结果；首次为空 / The result before; null for the first' }),
    because: z.array(z.object({ change: changeWord, proposalId: id().nullable() })),
    edges: z
      .array(
        z.object({
          phase: slug(),
          places: z.number().int(),
          atMost: z.number().int(),
          entries: z.array(z.object({ entryId: entryRef(), homeId: organizationRef(), chosen: z.boolean() })),
        }),
      )
      .meta({
        description:
          '同名次而名额不足、由领导机构选定谁进入后续环节的对象 / Groups that rank alike, of whom the body chooses who goes on to a later phase',
      }),
  })
  .meta({ id: 'Tally' });

/** A part of an answer that the service always gives. Its absence is a bug of the service. */
export const present = <T>(part: T | undefined, what: string): T => {
  if (part === undefined) throw new Error(`the service answered without ${what}`);
  return part;
};

/** A result of a message, as plain lists. */
export const tallyOut = (given: Tally): AsSaid<z.input<typeof tally>> => ({
  ...given,
  ranking: given.ranking.map((ranked) => ({ ...ranked })),
  absent: given.absent.map((one) => ({ ...one })),
  excluded: given.excluded.map(({ why, ...one }) => ({ ...one, why })),
  because: given.because.map(({ change, ...one }) => ({ ...one, change })),
  edges: given.edges.map(({ entries, ...edge }) => ({ ...edge, entries: entries.map((entry) => ({ ...entry })) })),
});
