import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { id, sha256, whole, word } from '../fields.ts';
import { editionRef, entryRef, personRef, roundRef } from '../naming/index.ts';
import { lot, roundStatusWord, schemeWord } from './shapes.ts';

/** What the service deals out at most: seats of one deal, and entries of one round. */
const SEATS_MAX = 200;
const ENTRIES_MAX = 1_500;
const DEALS_MAX = 30;

export const dealParams = z.strictObject({
  roundId: id(),
  number: z.coerce.number().int().min(1).max(DEALS_MAX),
});

const load = z.strictObject({
  seatId: id(),
  atMost: whole(0, ENTRIES_MAX).meta({ description: '最多承担的对象数 / Entries that the seat takes at most' }),
});

export const dealing = { lot, loads: z.array(load).max(SEATS_MAX).optional() };

/** Why what nobody had begun was dealt out again. */
const redealingWord = word(['drawn-in-error', 'not-public', 'seats-wrong', 'loads-uneven']);
const causeWord = word(answerWords.dealConflict);

const seat = z.object({
  seatId: id(),
  personId: personRef(),
  entries: z.number().int().meta({ description: '分到的对象数 / Entries that it judges' }),
  atMost: z.number().int().nullable().meta({ description: '为空即不限 / null: any number' }),
  standing: word(answerWords.dealtSeat),
  barred: z.number().int().meta({ description: '应当回避的对象数 / Entries that it is kept from' }),
});

const conflict = z.object({
  seatId: id(),
  personId: personRef(),
  entryId: entryRef(),
  cause: causeWord,
  dismissed: word(answerWords.dismissedBecause).nullable().meta({
    description: '经两人核实不属回避的原因；为空即回避 / Why two persons found that it is none; null: it holds',
  }),
});

const summary = z.object({
  number: z.number().int(),
  commitment: sha256(),
  secret: z.string(),
  lot,
  seed: sha256(),
  reason: redealingWord.nullable(),
  pairs: z.number().int().meta({ description: '评审任务总数 / Evaluators of entries altogether' }),
  kept: z.number().int().meta({ description: '其中原样保留的 / Those of them that stood and were not touched' }),
  proposalId: id().nullable(),
});

/** Loads, conflicts and deals: no mark stands in it, nor follows from one. */
export const dealtOut = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    titleZh: z.string(),
    titleEn: z.string(),
    standing: roundStatusWord,
    sourceId: schemeWord,
    each: z.number().int().meta({ description: '每个对象的评委数 / Evaluators of each entry' }),
    formerYears: z.number().int().meta({
      description: '原单位回避年限；0 为不查 / Years for which a former unit counts; 0: it does not',
    }),
    commitment: sha256()
      .nullable()
      .meta({ description: '下一次分配底数的摘要 / SHA-256 of what the next deal will be made from' }),
    missing: z.boolean().meta({ description: '有对象的评委未配齐 / An entry has fewer evaluators than it should' }),
    seats: z.array(seat),
    conflicts: z.array(conflict),
    entries: z.array(z.object({ entryId: entryRef(), evaluators: z.number().int() })),
    deals: z.array(summary),
  })
  .meta({ id: 'Dealing' });

const held = z.object({ seatId: id(), entryIds: z.array(id()) });

/** Everything that one deal followed from: anybody can deal again from it. */
export const deal = z
  .object({
    deal: summary,
    each: z.number().int(),
    entryIds: z.array(id()),
    seats: z.array(z.object({ seatId: id(), atMost: z.number().int().nullable() })),
    kept: z.array(held),
    barred: z.array(held.extend({ cause: causeWord })),
    shares: z.array(held),
    agrees: z.boolean().meta({
      description: '按上列依据重新分配，结果一致 / Dealt again from what stands here it comes to the same',
    }),
  })
  .meta({ id: 'Deal' });
