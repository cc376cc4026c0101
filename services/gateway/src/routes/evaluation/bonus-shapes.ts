import type { GetBonusResponse } from '@jiangong/contracts/jiangong/evaluation/v1/bonus_service';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, line, optionalProse, prose, sha256, whole, word } from '../fields.ts';
import { editionRef, entryRef, organizationRef, personRef, roundRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import { schemeWord } from './shapes.ts';

const CLAIM_CHARS_MAX = 2_000;
const HONOUR_CHARS_MAX = 100;
const EVIDENCE_MAX = 20;
/** 10,000 points, in hundredths. */
const POINTS_MAX = 1_000_000;

export const bonusParams = z.strictObject({ roundId: id(), entryId: id() });
export const claimParams = z.strictObject({ ...bonusParams.shape, claimId: id() });
export const bonusProposalParams = z.strictObject({ ...bonusParams.shape, proposalId: id() });

export const claimText = prose(CLAIM_CHARS_MAX);
export const optionalClaimText = optionalProse(CLAIM_CHARS_MAX);
export const honourName = line(HONOUR_CHARS_MAX).meta({
  description: '荣誉或成果名称；同一荣誉只计最高级 / What it is called: one honour counts once, at its highest',
});
export const claimEvidence = z
  .array(sha256())
  .max(EVIDENCE_MAX)
  .default([])
  .meta({ description: '证明材料的 SHA-256 / Documents, by their SHA-256' });

export const DECLINING_REASONS = ['not-proved', 'not-of-this-item', 'counted-elsewhere', 'of-another-time'] as const;
export const decliningWord = word(DECLINING_REASONS).meta({ id: 'DecliningReason' });
export const reconsideringWord = word([
  'decided-in-error',
  'document-came',
  'document-false',
  'level-wrong',
  'same-honour',
  'left-waiting',
]).meta({ id: 'ReconsideringReason' });
export const CLAIM_PROGRESS = ['none', 'waiting', 'decided'] as const;

const hundredths = () => z.number().int().meta({ description: '单位：百分之一分 / In hundredths of a point' });

/** What becomes of a claim: granted at a level, or with points where the item has no levels; or declined with its reason. */
export const askedVerdict = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('granted'),
      levelId: schemeWord.optional(),
      points: whole(1, POINTS_MAX).optional(),
      sameAs: id().optional().meta({
        description:
          '与哪条申报为同一荣誉；填本条则单独计算 / A claim of the same honour; the claim itself: an honour of its own',
      }),
    }),
    z.strictObject({ outcome: z.literal('declined'), reason: decliningWord }),
  ])
  .meta({ id: 'AskedVerdict' });

type Asked = z.output<typeof askedVerdict>;

/** As the service asks for it: what was left out is empty. */
export const verdictIn = (asked: Asked) =>
  asked.outcome === 'declined'
    ? asked
    : {
        outcome: asked.outcome,
        levelId: asked.levelId ?? '',
        points: asked.points ?? 0,
        sameAs: asked.sameAs ?? '',
      };

export const claimBody = {
  sourceId: schemeWord,
  itemId: schemeWord,
  levelId: schemeWord.optional(),
  points: whole(1, POINTS_MAX).optional().meta({
    description: '不分档次的加分项申请的分值（百分之一分） / Of an item without levels, in hundredths of a point',
  }),
  honour: honourName,
  sameAs: id().optional().meta({ description: '与哪条申报为同一荣誉 / Another claim of the same honour' }),
  achievedOn: day().meta({ description: '取得日期 / When it was achieved' }),
  evidence: claimEvidence,
  account: optionalClaimText.default(''),
};

const hindranceWord = word([
  'ROUND_NOT_OPEN',
  'ROUND_CLOSED',
  'ENTRY_NOT_IN_ROUND',
  'DECISION_TAKEN_ALREADY',
  'PROPOSAL_NEEDED',
  'STAGE_NOT_YOURS_NOW',
]).meta({ id: 'BonusHindrance' });

const named = {
  nameZh: z.string().nullable().meta({ description: '模板未命名的为空 / null where the template gives no name' }),
  nameEn: z.string().nullable(),
};

const group = z
  .object({
    sourceId: schemeWord,
    groupId: schemeWord,
    ...named,
    cap: hundredths().meta({ description: '本组上限（百分之一分）；0 为不限 / The most the group gives; 0: no limit' }),
    sourceCap: hundredths().meta({ description: '加分总上限；0 为不限 / The most all groups give; 0: no limit' }),
    once: z.boolean().meta({ description: '同一荣誉只计最高级 / One honour counts once, at its highest' }),
    documentRequired: z.boolean(),
    items: z.array(
      z.object({
        itemId: schemeWord,
        ...named,
        points: hundredths(),
        cap: hundredths(),
        levels: z.array(z.object({ levelId: schemeWord, ...named, points: hundredths() })),
      }),
    ),
    partyId: schemeWord,
    claims: z.boolean().meta({ description: '本人可以申报 / The caller may claim' }),
    decides: z.boolean().meta({ description: '本人可以认定 / The caller may decide' }),
  })
  .meta({ id: 'BonusGroup' });

const outcomeWord = word(['granted', 'declined']).meta({ id: 'BonusOutcome' });

const verdict = z
  .object({
    outcome: outcomeWord,
    levelId: schemeWord.nullable(),
    points: hundredths(),
    honourId: id(),
    reason: decliningWord.nullable(),
    why: z.string(),
    decidedBy: personRef().nullable().meta({
      description: '对申报方不显示认定人 / Not told to those who are judged',
    }),
    decidedAt: instant(),
  })
  .meta({ id: 'ClaimVerdict' });

const claim = z
  .object({
    claimId: id(),
    sourceId: schemeWord,
    itemId: schemeWord,
    levelId: schemeWord.nullable(),
    points: hundredths(),
    honour: z.string(),
    honourId: id(),
    achievedOn: day(),
    evidence: z.array(sha256()),
    account: z.string(),
    claimedBy: personRef(),
    claimedAt: instant(),
    standing: word(['waiting', 'granted', 'declined', 'withdrawn']).meta({ id: 'ClaimStanding' }),
    verdict: verdict.nullable(),
    earlier: z.array(verdict),
    withdrawnAt: instant().nullable(),
    withdrawnWhy: z.string().nullable(),
  })
  .meta({ id: 'BonusClaim' });

const proposal = z
  .object({
    proposalId: id(),
    act: word(answerWords.bonusProposal),
    claimId: id(),
    outcome: outcomeWord,
    levelId: schemeWord.nullable(),
    points: hundredths(),
    reason: decliningWord.nullable(),
    because: reconsideringWord,
    proposedBy: personRef(),
    role: word(answerWords.role),
    proposedAt: instant(),
    why: z.string(),
  })
  .meta({ id: 'BonusProposal' });

export const bonus = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    entryId: id(),
    title: z.string(),
    homeId: organizationRef().nullable(),
    hindrance: hindranceWord.nullable().meta({
      description: '目前不能申报的原因；可以申报的为空 / Why nothing is claimed now; null while something is',
    }),
    deciding: hindranceWord.nullable().meta({
      description: '目前不能由一人认定的原因 / Why one person decides no waiting claim now',
    }),
    correcting: hindranceWord.nullable().meta({
      description: '目前不能由两人更正的原因 / Why nothing is settled by two persons now',
    }),
    subject: z.boolean().meta({ description: '本人是申报方 / The caller is judged, or acts for what is' }),
    judgedFrom: day().nullable().meta({ description: '考评时间的首日 / The first day of the time that is judged' }),
    judgedTo: day().nullable(),
    groups: z.array(group),
    claims: z.array(claim),
    proposals: z.array(proposal),
  })
  .meta({ id: 'Bonus' });

export const bonusOut = (given: GetBonusResponse): AsSaid<z.input<typeof bonus>> => ({
  ...given,
  groups: given.groups.map((one) => ({
    ...one,
    items: one.items.map((item) => ({ ...item, levels: item.levels.map((level) => ({ ...level })) })),
  })),
  claims: given.claims.map(({ verdict: latest, ...one }) => ({
    ...one,
    evidence: [...one.evidence],
    verdict: latest === undefined ? null : { ...latest },
    earlier: one.earlier.map((each) => ({ ...each })),
  })),
  proposals: given.proposals.map((one) => ({ ...one })),
});

export const bonusRow = z
  .object({
    entryId: id(),
    title: z.string(),
    homeId: organizationRef().nullable(),
    track: schemeWord,
    claims: z.number().int(),
    waiting: z.number().int(),
    granted: z.number().int(),
    declined: z.number().int(),
    proposals: z.number().int(),
    waitingSince: instant().nullable(),
    lastAt: instant().nullable(),
    progress: word(CLAIM_PROGRESS).meta({ id: 'BonusProgress' }),
  })
  .meta({ id: 'BonusRow' });

export const myBonus = z
  .object({
    roundId: roundRef(),
    editionId: editionRef(),
    concern: word(['office', 'subject']).meta({
      description: 'office：本人负责认定；subject：本人可以申报 / Whether the caller decides, or claims',
    }),
    entryId: entryRef().nullable(),
    hindrance: hindranceWord.nullable(),
    claims: z.number().int(),
    waiting: z.number().int(),
  })
  .meta({ id: 'MyBonus' });
