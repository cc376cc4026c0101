import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/bonus_service';
import type * as told from '@jiangong/contracts/jiangong/evaluation/v1/bonuses';
import type { HeldList } from '@jiangong/read-models';
import type { BonusGroup } from '@jiangong/scoring';
import { wordsOf } from '@jiangong/service-host';
import { sortKeyOf } from '@jiangong/wording/search';
import type { BonusLine } from '../../application/bonus-progress.ts';
import type { ShownBonus, ShownBonusProposal, ShownClaim, ShownVerdict } from '../../application/show-bonus.ts';
import type { OpenBonus } from '../../domain/bonus/ground.ts';
import type { AskedVerdict } from '../../domain/bonus/orders.ts';
import { rightsIn } from '../../domain/bonus/shown.ts';
import { daysOf } from '../../domain/checklist/judged-time.ts';

export const BONUS_SORTS = ['waiting', 'title', 'claims'] as const;

/** Behind every moment: what waits for nobody comes last. */
const NEVER = '9';

export const bonusRows = ({
  progress,
}: Pick<rpc.ListBonusesRequest, 'progress'>): HeldList<BonusLine, (typeof BONUS_SORTS)[number]> => ({
  idOf: ({ entryId }) => entryId,
  sorts: {
    waiting: ({ waitingSince }) => waitingSince || NEVER,
    title: ({ title }) => sortKeyOf(title),
    claims: ({ claims }) => claims,
  },
  facets: { progress: { of: (row) => row.progress, words: wordsOf(progress, 'progress') } },
});

/** A verdict as it was asked for; words that are missing are the rule book's to refuse. */
export const askedVerdict = (claimId: string, given: told.AskedVerdict | undefined): AskedVerdict => ({
  claimId,
  ...{ outcome: '', levelId: '', points: 0, sameAs: '', reason: '' },
  ...given,
});

const namesOf = ({ rules }: OpenBonus, id: string) => {
  const [nameZh = '', nameEn = ''] = rules.names[id] ?? [];
  return { nameZh, nameEn };
};

const groupMessage = (open: OpenBonus, group: BonusGroup, { reader }: ShownBonus): told.BonusGroup => {
  const { source, rules } = open;
  return {
    ...{ sourceId: source.id, groupId: group.id, ...namesOf(open, group.id) },
    ...{ cap: group.cap ?? 0, sourceCap: source.cap ?? 0, once: source.once },
    documentRequired: rules.document === 'required',
    items: group.items.map(({ id, points, cap }) => ({
      itemId: id,
      ...namesOf(open, id),
      ...{ points, cap: cap ?? 0 },
      levels: (rules.levels[id] ?? []).map((level) => ({
        ...{ levelId: level.id, ...namesOf(open, level.id), points: level.points },
      })),
    })),
    partyId: rules.decide,
    ...rightsIn(reader.ground, source.id),
  };
};

const verdictMessage = ({ verdict, why }: ShownVerdict, namesDecider: boolean): told.BonusVerdict => ({
  ...{ outcome: verdict.outcome, levelId: verdict.levelId ?? '', points: verdict.points, honourId: verdict.honourId },
  ...{ reason: verdict.reason ?? '', why: why.text, decidedBy: namesDecider ? why.by : '', decidedAt: why.at },
});

const standingOf = ({ withdrawn, verdict }: ShownClaim): string =>
  withdrawn ? 'withdrawn' : (verdict?.outcome ?? 'waiting');

const claimMessage = (claim: ShownClaim, namesDecider: boolean): told.BonusClaim => {
  const { claimId, sourceId, itemId, levelId, points, honour, honourId, achievedOn, evidence, claimedBy } = claim;
  const verdicts = claim.judged.map((one) => verdictMessage(one, namesDecider));
  return {
    ...{ claimId, sourceId, itemId, levelId: levelId ?? '', points, honour, honourId, achievedOn },
    ...{ evidence: [...evidence], account: claim.account.text, claimedBy, claimedAt: claim.account.at },
    standing: standingOf(claim),
    verdict: verdicts.at(-1),
    earlier: verdicts.slice(0, -1),
    withdrawnAt: claim.withdrawal?.at ?? '',
    withdrawnWhy: claim.withdrawal?.text ?? '',
  };
};

const proposalMessage = ({ proposalId, act, terms, proposedBy, role, proposedAt, why }: ShownBonusProposal) => {
  const { claimId, verdict, because } = terms;
  return {
    ...{ proposalId, act, claimId, outcome: verdict.outcome, levelId: verdict.levelId ?? '', points: verdict.points },
    ...{ reason: verdict.reason ?? '', because, proposedBy, role, proposedAt, why },
  };
};

/** Claims as they are answered: whoever is judged learns what was decided and why, and not who in the office did. */
export const bonusMessage = (shown: ShownBonus): rpc.GetBonusResponse => {
  const { round, entryId, reader, claims, proposals } = shown;
  const { ground } = reader;
  const entry = round.entries.find((one) => one.entryId === entryId);
  const [first] = ground.bonuses;
  const judged = first === undefined ? null : daysOf(first.rules.time, 'round', 1);
  return {
    ...{ roundId: round.roundId, editionId: round.editionId, entryId },
    ...{ title: entry?.title ?? '', homeId: entry?.homeId ?? '' },
    ...{ hindrance: ground.hindrance ?? '', deciding: ground.deciding ?? '', correcting: ground.correcting ?? '' },
    ...{ subject: ground.isSubject, judgedFrom: judged?.first ?? '', judgedTo: judged?.last ?? '' },
    groups: ground.bonuses.flatMap((open) => open.source.groups.map((group) => groupMessage(open, group, shown))),
    claims: claims.map((one) => claimMessage(one, !ground.isSubject)),
    proposals: proposals.map(proposalMessage),
  };
};
