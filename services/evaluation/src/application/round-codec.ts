import type { FactCodec } from '@jiangong/event-store';
import { fieldCodec, type KeyName, type KeyVault } from '@jiangong/privacy';
import type { RoundFact } from '../domain/round/facts.ts';
import { proseKey } from './prose-codec.ts';

/** The secret of a round's draws, until it is revealed. */
export const drawKey = (roundId: string): KeyName => `round/${roundId}-draw`;

/** The secret that an order of appearance is drawn from, until the draw reveals it. */
export const orderKey = (roundId: string): KeyName => `round/${roundId}-order`;

/** The secret that entries are dealt out from, until the deal reveals it. */
export const dealKey = (roundId: string): KeyName => `round/${roundId}-deal`;

/** Nothing that decides is prose: a round's state is folded without it, and kept between orders. */
export const roundCodec = (vault: KeyVault): FactCodec<RoundFact> =>
  fieldCodec<RoundFact>(
    vault,
    {
      'RulesFrozen.v1': { drawSecret: ({ roundId }) => drawKey(roundId) },
      'OrderCommitted.v1': { secret: ({ roundId }) => orderKey(roundId) },
      'DealCommitted.v1': { secret: ({ roundId }) => dealKey(roundId) },
      'ActProposed.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'ProposalRejected.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'ReopeningRequested.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'ReopeningDeclined.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'AppealFiled.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'AppealWithdrawn.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'AppealDecided.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'AppealReopened.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'FactAnswered.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'FactAnswerCorrected.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'MeetingRecorded.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'MeetingWithdrawalAsked.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'MeetingRefuted.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'DecisionAnnulled.v1': { prose: ({ roundId }) => proseKey(roundId) },
      // Only where the office above acted for a unit.
      'ProposalPublished.v1': { prose: ({ roundId }) => proseKey(roundId) },
      'CircularIssued.v1': { prose: ({ roundId }) => proseKey(roundId) },
    },
    { keepsStates: true },
  );
