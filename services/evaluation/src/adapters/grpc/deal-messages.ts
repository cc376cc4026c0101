import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/deal_service';
import type { ShownDealing } from '../../application/show-dealing.ts';
import type { Held } from '../../domain/deal/deal-out.ts';
import { agreesOnceMore } from '../../domain/deal/replay.ts';
import type { EntriesDealt } from '../../domain/deal/facts.ts';
import type { PreparedRound } from '../../domain/round/state.ts';
import { statusOf } from './round-messages.ts';

const pairsOf = (held: readonly Held[]): number => held.reduce((sum, { entryIds }) => sum + entryIds.length, 0);

const summaryOf = (deal: EntriesDealt['data'], at: number): rpc.DealSummary => {
  const { commitment, secret, lot, seed, reason, shares, kept, proposalId } = deal;
  return {
    ...{ number: at + 1, commitment, secret, lot, seed },
    reason: reason ?? '',
    pairs: pairsOf(shares),
    kept: pairsOf(kept),
    proposalId: proposalId ?? '',
  };
};

const loadOf = ({ seatId, atMost }: Readonly<{ seatId: string; atMost: number | null }>): rpc.SeatLoad => ({
  seatId,
  atMost: atMost ?? undefined,
});

const heldOf = ({ seatId, entryIds }: Held): rpc.DealHeld => ({ seatId, entryIds: [...entryIds] });

export const dealingMessage = (
  round: PreparedRound,
  { rules, commitment, seats, conflicts, entries, deals }: ShownDealing,
): rpc.GetDealingResponse => {
  const { programme } = round.tables;
  return {
    roundId: round.roundId,
    editionId: round.editionId,
    titleZh: programme.nameZh,
    titleEn: programme.nameEn,
    standing: statusOf(round),
    sourceId: rules.sourceId,
    each: rules.each,
    formerYears: rules.formerYears ?? 0,
    commitment,
    seats: seats.map(({ seat, atMost, ...shown }) => ({
      ...{ seatId: seat.seatId, personId: seat.personId },
      ...shown,
      atMost: atMost ?? undefined,
    })),
    conflicts: conflicts.map(({ dismissed, ...conflict }) => ({ ...conflict, dismissed: dismissed ?? '' })),
    entries: entries.map((entry) => ({ ...entry })),
    deals: deals.map(summaryOf),
    missing: entries.some(({ evaluators }) => evaluators < rules.each),
  };
};

export const dealMessage = (deal: EntriesDealt['data'], at: number): rpc.GetDealResponse => ({
  deal: summaryOf(deal, at),
  each: deal.each,
  entryIds: [...deal.entryIds],
  seats: deal.seats.map(loadOf),
  kept: deal.kept.map(heldOf),
  barred: deal.barred.map(({ cause, ...one }) => ({ ...heldOf(one), cause })),
  shares: deal.shares.map(heldOf),
  agrees: agreesOnceMore(deal),
});
