import type { StoredEvent } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import { bonusDecider } from '../domain/bonus/decider.ts';
import { BONUS_SECOND_ROLES } from '../domain/bonus/decide-proposals.ts';
import type { BonusFact, Verdict } from '../domain/bonus/facts.ts';
import { bonusGroundOf } from '../domain/bonus/ground.ts';
import type { BonusRefusal } from '../domain/bonus/refusals.ts';
import { type BonusReader, readsAny, shownOf } from '../domain/bonus/shown.ts';
import type { Bonus, Claim } from '../domain/bonus/state.ts';
import type { Candidate } from '../domain/round/holders.ts';
import { isPrepared, type PreparedRound } from '../domain/round/state.ts';
import { bonusCodec } from './bonus-codec.ts';
import { callerIn, type OfEntry } from './change-checklist.ts';
import type { Evaluation } from './evaluation.ts';
import { bonusIdOf, bonusStream } from './streams.ts';
import { type Write, writings, type Written } from './written.ts';

/** A verdict with what was written about it. */
export type ShownVerdict = Readonly<{ verdict: Verdict; why: Written }>;
export type ShownClaim = Claim &
  Readonly<{ account: Written; withdrawal: Written | null; judged: readonly ShownVerdict[] }>;
export type ShownBonusProposal = Bonus['proposals'][number] & Readonly<{ why: string }>;

/** The claims of an entry as one reader may see them. */
export type ShownBonus = Readonly<{
  round: PreparedRound;
  entryId: string;
  reader: BonusReader;
  claims: readonly ShownClaim[];
  proposals: readonly ShownBonusProposal[];
}>;

/** Whether somebody may carry out what is proposed about a round: by a role held at its committee, or above it. */
const isSecond = ({ committeeId }: PreparedRound, { grants }: Candidate): boolean =>
  grants.some(
    ({ role, organizationId, stands }) =>
      BONUS_SECOND_ROLES.some((second) => second === role) && (organizationId === committeeId || stands === 'above'),
  );

type Read = Readonly<{ event: StoredEvent; fact: BonusFact }>;

const verdictsOf = (read: readonly Read[], claimId: string, write: Write): Promise<readonly ShownVerdict[]> =>
  Promise.all(
    read.flatMap(({ event, fact }) => {
      if (fact.type !== 'ClaimDecided.v1' && fact.type !== 'ClaimReconsidered.v1') return [];
      if (fact.data.claimId !== claimId) return [];
      const by = 'decidedBy' in fact.data ? fact.data.decidedBy : fact.data.reconsideredBy;
      const { verdict } = fact.data;
      return [write(event, 'why', by).then((why) => ({ verdict, why }))];
    }),
  );

const claimsOf = async (
  read: readonly Read[],
  claims: readonly Claim[],
  write: Write,
): Promise<readonly ShownClaim[]> => {
  const shown: ShownClaim[] = [];
  for (const claim of claims) {
    const isOf = ({ fact }: Read): boolean => 'claimId' in fact.data && fact.data.claimId === claim.claimId;
    const origin = read.find((one) => one.fact.type === 'BonusClaimed.v1' && isOf(one));
    const end = read.find((one) => one.fact.type === 'ClaimWithdrawn.v1' && isOf(one));
    if (origin === undefined) continue;
    shown.push({
      ...claim,
      account: await write(origin.event, 'account', claim.claimedBy),
      withdrawal: end === undefined ? null : await write(end.event, 'why', ''),
      judged: await verdictsOf(read, claim.claimId, write),
    });
  }
  return shown.toReversed();
};

const proposalsOf = (
  read: readonly Read[],
  { proposals }: Bonus,
  write: Write,
): Promise<readonly ShownBonusProposal[]> =>
  Promise.all(
    proposals.map(async (proposal) => {
      const origin = read.find(
        ({ fact }) => fact.type === 'ActProposed.v1' && fact.data.proposalId === proposal.proposalId,
      );
      const why = origin === undefined ? '' : (await write(origin.event, 'why', proposal.proposedBy)).text;
      return { ...proposal, why };
    }),
  );

/** What of one entry's claims the caller may read, before any prose is opened. */
export const readClaims = async (evaluation: Evaluation, { roundId, entryId }: OfEntry, call: CallContext) => {
  const none: BonusRefusal = { reason: 'NO_BONUS', field: 'entryId' };
  const { round } = await evaluation.readRound(roundId);
  if (!isPrepared(round)) return none;
  const person = await callerIn(evaluation, round, call);
  const ground = bonusGroundOf(round, entryId, person, call.now);
  if (ground.bonuses.length === 0) return none;
  const reader: BonusReader = { ground, second: isSecond(round, person) };
  const events = await evaluation.ground.store.readStream(bonusStream(bonusIdOf(roundId, entryId)));
  const codec = bonusCodec(evaluation.ground.privacy);
  const read: Read[] = [];
  let bonus = bonusDecider.initial;
  for (const event of events) {
    const fact = await codec.fromStored(event);
    read.push({ event, fact });
    bonus = bonusDecider.evolve(bonus, fact);
  }
  const refusal: BonusRefusal = { reason: 'CLAIM_NOT_YOURS', field: 'entryId' };
  return readsAny(bonus, reader) ? { round, reader, read, shown: shownOf(bonus, reader) } : refusal;
};

/** One entry's claims as the caller may read them. */
export const showBonus =
  (evaluation: Evaluation) =>
  async (of: OfEntry, call: CallContext): Promise<ShownBonus | BonusRefusal> => {
    const found = await readClaims(evaluation, of, call);
    if ('reason' in found) return found;
    const { round, reader, read, shown } = found;
    const write = writings(evaluation);
    return {
      ...{ round, entryId: of.entryId, reader },
      claims: await claimsOf(read, shown.claims, write),
      proposals: await proposalsOf(read, shown, write),
    };
  };
