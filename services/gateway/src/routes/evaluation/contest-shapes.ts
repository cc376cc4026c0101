import { z } from 'zod';
import { id, instant, sha256, slug, whole, word } from '../fields.ts';
import { editionRef, entryRef, organizationRef, personRef, roundRef } from '../naming/index.ts';
import { hindranceWord, lot, recusalCauseWord, roundStatusWord, schemeWord } from './shapes.ts';

const SEATS_MAX = 1_000;
const CRITERIA_MAX = 100;
/** Hundredths of a point; no criterion gives as many. */
const MARK_MAX = 10_000_000;

export const contestParams = z.strictObject({ roundId: id(), entryId: id() });

export const putOffWord = word(['absent', 'technical-fault', 'called-in-error', 'other']);
export const closingWord = word(['unreachable', 'left', 'no-marks-given', 'other']);
export const remarkingWord = word(['closed-too-early', 'connection-lost', 'wrong-marks', 'technical-fault']);

export const remarking = { seatIds: z.array(id()).min(1).max(SEATS_MAX), reason: remarkingWord };
export const givenMarks = z
  .array(z.strictObject({ criterionId: schemeWord, mark: whole(0, MARK_MAX) }))
  .min(1)
  .max(CRITERIA_MAX);

const entry = z.object({
  entryId: entryRef(),
  homeId: organizationRef().nullable(),
  place: z
    .number()
    .int()
    .meta({ description: '出场次序，从 1 起；未抽签的为 0 / Its place in the order, from 1; 0: none was drawn' }),
  standing: word(['waiting', 'put-off', 'on-stage', 'closed', 'shown', 'out']),
  marksWanted: z.number().int(),
  marksIn: z.number().int(),
  score: z.number().int().nullable().meta({
    description: '公布前为空；单位由 decimals 决定 / null until it is shown; in units of 10^-decimals points',
  }),
  rank: z.number().int().meta({
    description:
      '在已公布者中的名次，同分同名次；未公布的为 0 / Among those shown, equal scores sharing it; 0: not shown',
  }),
});

/** A contest as the hall sees it: no mark, and no score before it is shown. */
export const contest = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    titleZh: z.string(),
    titleEn: z.string(),
    phase: slug(),
    standing: roundStatusWord,
    closesAt: instant().nullable(),
    byLot: z.boolean(),
    atOnce: z.boolean(),
    stageAlone: z.boolean().meta({
      description:
        '得分还含其他来源，公布的仅为评委评分 / The score takes other sources, too: what is shown is what the evaluators gave',
    }),
    decimals: z.number().int(),
    commitment: sha256()
      .nullable()
      .meta({ description: '下一次抽签底数的摘要 / SHA-256 of what the next draw will be made from' }),
    draws: z.array(
      z.object({
        commitment: sha256(),
        secret: z.string(),
        lot,
        seed: sha256(),
        reason: word(['entries-wrong', 'drawn-in-error', 'not-public']).nullable(),
      }),
    ),
    onStage: entryRef().nullable(),
    next: entryRef().nullable(),
    lastShown: entryRef().nullable(),
    entries: z.array(entry),
  })
  .meta({ id: 'Contest' });

export const contestDesk = z
  .object({
    entries: z.array(
      z.object({
        entryId: entryRef(),
        seats: z.array(z.object({ seatId: id(), personId: personRef(), handedIn: z.boolean() })),
        opened: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'ContestDesk' });

/** What there is to mark now. */
export const myTurn = z
  .object({
    entryId: entryRef().nullable(),
    hindrance: hindranceWord.nullable(),
    recused: recusalCauseWord.nullable(),
    handedIn: z.boolean(),
    handedInAt: instant().nullable(),
    hash: sha256().nullable(),
    marks: z.array(
      z.object({
        criterionId: slug(),
        nameZh: z.string(),
        nameEn: z.string(),
        markMax: z.number().int(),
        step: z.number().int(),
        choices: z.array(z.object({ mark: z.number().int(), word: z.string(), wordEn: z.string() })),
      }),
    ),
  })
  .meta({ id: 'MyTurn' });
