import type { GetAppealsResponse } from '@jiangong/contracts/jiangong/evaluation/v1/appeal_service';
import { z } from 'zod';
import { id, instant, prose, sha256, word } from '../fields.ts';
import { editionRef, entryRef, organizationRef, personRef, roundRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import { schemeWord } from './shapes.ts';

const APPEAL_CHARS_MAX = 2_000;
const EVIDENCE_MAX = 20;

export const appealsParams = z.strictObject({ roundId: id(), entryId: id() });
export const appealParams = z.strictObject({ ...appealsParams.shape, appealId: id() });
export const appealText = prose(APPEAL_CHARS_MAX);

export const APPEAL_STANDINGS = ['open', 'withdrawn', 'upheld', 'rejected'] as const;
const standingWord = word(APPEAL_STANDINGS).meta({ id: 'AppealStanding' });
const matterWord = word(['rank', 'grade', 'checklist', 'bonus', 'measure']).meta({ id: 'AppealMatter' });
const outcomeWord = word(['upheld', 'rejected']).meta({ id: 'AppealOutcome' });
const remedyWord = word(['corrected-result', 'new-decision']).meta({ id: 'AppealRemedy' });
const hindranceWord = word([
  'ROUND_ANNULLED',
  'ROUND_NOT_CLOSED',
  'RESULT_NOT_COMPUTED',
  'APPEALS_NOT_TAKEN',
  'APPEALS_NOT_BEGUN',
  'APPEAL_TOO_LATE',
]).meta({ id: 'AppealHindrance' });

export const fileBody = {
  matter: matterWord.meta({
    description:
      '申诉什么：名次、等次、检查清单、加分或实测数据 / The rank, what the body gave, or what a source of points found',
  }),
  sourceId: schemeWord.optional().meta({ description: '评分来源；申诉名次或等次的不填 / None for a rank or a grade' }),
  itemId: schemeWord.optional().meta({ description: '具体项目；不填为整个来源 / None: the source as a whole' }),
  why: appealText,
  evidence: z
    .array(sha256())
    .max(EVIDENCE_MAX)
    .default([])
    .meta({ description: '佐证材料的 SHA-256 / Documents, by their SHA-256' }),
};

/** Upheld with what follows, or rejected. */
export const askedAppealVerdict = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('upheld'),
      remedy: remedyWord.meta({
        description:
          'corrected-result：更正所依据的内容并重新统计；new-decision：由会议重新研究 / What it rests on is put right and computed anew, or the body decides with the appeal before it',
      }),
    }),
    z.strictObject({ outcome: z.literal('rejected') }),
  ])
  .meta({ id: 'AskedAppealVerdict' });

const named = {
  nameZh: z.string().nullable().meta({ description: '模板未命名的为空 / null where the template gives no name' }),
  nameEn: z.string().nullable(),
};

const verdict = z
  .object({
    outcome: outcomeWord,
    remedy: remedyWord.nullable(),
    why: z.string(),
    decidedBy: personRef().nullable().meta({ description: '对申诉方不显示 / Not told to those who are judged' }),
    decidedAt: instant(),
    reopenedWhy: z.string().nullable(),
    reopenedBy: personRef().nullable(),
    reopenedAt: instant().nullable().meta({ description: '重新受理的时间 / When it was taken up again' }),
  })
  .meta({ id: 'AppealVerdict' });

const appeal = z
  .object({
    appealId: id(),
    matter: matterWord,
    sourceId: schemeWord.nullable(),
    itemId: schemeWord.nullable(),
    ...named,
    evidence: z.array(sha256()),
    why: z.string(),
    filedBy: personRef(),
    filedAt: instant(),
    standing: standingWord,
    verdicts: z.array(verdict),
    withdrawnAt: instant().nullable(),
    withdrawnWhy: z.string().nullable(),
  })
  .meta({ id: 'Appeal' });

export const appeals = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    entryId: id(),
    title: z.string(),
    homeId: organizationRef().nullable(),
    hindrance: hindranceWord.nullable().meta({
      description: '目前不能申诉的原因；可以申诉的为空 / Why nobody appeals now; null while one may',
    }),
    opensAt: instant().nullable(),
    closesAt: instant().nullable(),
    subject: z.boolean().meta({ description: '本人是被评方 / The caller is judged, or acts for what is' }),
    decides: z.boolean().meta({ description: '本人负责答复 / The caller is of the party that decides' }),
    reopens: z
      .boolean()
      .meta({ description: '本人可以重新受理他人答复的申诉 / The caller may have one taken up again' }),
    matters: z.array(
      z
        .object({
          matter: matterWord,
          sourceId: schemeWord.nullable(),
          items: z.array(z.object({ itemId: schemeWord, ...named })),
        })
        .meta({ id: 'OpenAppealMatter' }),
    ),
    appeals: z.array(appeal),
  })
  .meta({ id: 'Appeals' });

export const appealsOut = (given: GetAppealsResponse): AsSaid<z.input<typeof appeals>> => ({
  ...given,
  matters: given.matters.map((one) => ({ ...one, items: one.items.map((item) => ({ ...item })) })),
  appeals: given.appeals.map((one) => ({
    ...one,
    evidence: [...one.evidence],
    verdicts: one.verdicts.map((each) => ({ ...each })),
  })),
});

export const appealRow = z
  .object({
    appealId: id(),
    entryId: id(),
    title: z.string(),
    homeId: organizationRef().nullable(),
    matter: matterWord,
    filedAt: instant(),
    standing: standingWord,
    remedy: remedyWord.nullable(),
  })
  .meta({ id: 'AppealRow' });

export const myAppeals = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    concern: word(['office', 'subject']).meta({
      description: 'office：本人负责答复；subject：本人可以申诉 / Whether the caller decides, or may appeal',
    }),
    entryId: entryRef().nullable(),
    hindrance: hindranceWord.nullable(),
    appeals: z.number().int(),
    open: z.number().int(),
    opensAt: instant().nullable(),
    closesAt: instant().nullable(),
  })
  .meta({ id: 'MyAppeals' });
