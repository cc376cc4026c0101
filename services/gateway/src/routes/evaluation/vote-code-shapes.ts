import type { CodeBallot } from '@jiangong/contracts/jiangong/evaluation/v1/vote_code_service';
import { z } from 'zod';
import { id, instant, prose, whole, word } from '../fields.ts';
import { editionRef, entryRef, personRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import { levelShape, publicKey, stageWord } from './ballot-shapes.ts';
import { schemeWord } from './shapes.ts';

/** Codes made at once. */
const CODES_MAX = 200;
const WHY_CHARS_MAX = 2_000;

export const codesParams = z.strictObject({ roundId: id(), sourceId: schemeWord });
export const batchParams = codesParams.extend({ batchId: id() });
export const voidingText = prose(WHY_CHARS_MAX);

export const makingBody = z.strictObject({
  entryId: id(),
  count: whole(1, CODES_MAX).meta({ description: '数量 / How many' }),
});

const batch = z
  .object({
    batchId: id(),
    entryId: entryRef(),
    title: z.string(),
    made: z.number().int().meta({ description: '制作数量 / How many were made' }),
    used: z.number().int().meta({
      description:
        '已用数量；投票结束前按五张一档显示，只舍不入 / How many are used: in steps of five, rounded down, until the boxes are closed',
    }),
    voided: z.number().int().meta({
      description: '作废时未用的数量；未作废为 0 / How many were unused when they became void; 0: they did not',
    }),
    standing: word(['good', 'voiding-proposed', 'void']).meta({ id: 'VoteCodesStanding' }),
    proposedBy: personRef().nullable(),
    why: z.string().meta({ description: '作废事由 / Why it is to be void' }),
    madeAt: instant(),
  })
  .meta({ id: 'VoteCodeBatch' });

export const codeBallot = z
  .object({
    sourceId: schemeWord,
    stage: stageWord,
    issueUntil: instant().meta({ description: '开始凭码投票的时刻 / When codes are good for a vote' }),
    closesAt: instant().nullable(),
    least: z.number().int().meta({ description: '票数少于此数的不计 / Fewer votes than these are counted by nobody' }),
    entries: z.array(z.object({ entryId: entryRef(), title: z.string() })),
    batches: z.array(batch),
  })
  .meta({ id: 'CodeBallot' });

export const codeBallotOut = ({ entries, batches, closesAt, ...ballot }: AsSaid<CodeBallot>) => ({
  ...ballot,
  closesAt: closesAt === '' ? null : closesAt,
  entries: entries.map((entry) => ({ ...entry })),
  batches: batches.map(({ proposedBy, ...one }) => ({ ...one, proposedBy: proposedBy === '' ? null : proposedBy })),
});

/** What a code is for. */
export const heldCode = z
  .object({
    ballotId: id(),
    boxId: id(),
    publicKey: publicKey(),
    title: z.string(),
    editionId: editionRef(),
    levels: z.array(levelShape),
    stage: stageWord,
    opensAt: instant().meta({ description: '开始投票的时刻 / When voting begins' }),
    closesAt: instant(),
  })
  .meta({ id: 'HeldVoteCode' });
