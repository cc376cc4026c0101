import type { Handled } from '@jiangong/event-store';
import { type CallContext, refused } from '@jiangong/service-host';
import type { BallotFact } from '../domain/ballot/facts.ts';
import type { BlindedRequest } from '../domain/ballot/orders.ts';
import { isPrepared } from '../domain/round/state.ts';
import { ballotKey } from './ballot-codec.ts';
import { type Ballots, ballotRulesIn } from './ballots.ts';
import { sentBy } from './evaluation.ts';
import { ballotIdOf } from './streams.ts';

export type CollectRequest = Readonly<{
  roundId: string;
  sourceId: string;
  requests: readonly BlindedRequest[];
}>;

export type Collected = Readonly<{
  handled: Extract<Handled<BallotFact, never>, { kind: 'accepted' }>;
  signatures: readonly Readonly<{ boxId: string; blindSignature: string }>[];
}>;

const byBox = (a: BlindedRequest, b: BlindedRequest): number => (a.boxId < b.boxId ? -1 : a.boxId > b.boxId ? 1 : 0);

/**
 * Signs what a voter blinded, once: that he was given his tokens stands in the log before anything is signed. Blinded messages are kept
 * nowhere; what stands of them is one keyed fingerprint, so that a lost answer can be asked for again with the very same request.
 */
export const collectTokens =
  ({ evaluation, read, send, signatures, privateKeys }: Ballots) =>
  async ({ roundId, sourceId, requests }: CollectRequest, call: CallContext): Promise<Collected> => {
    const { ground, knowledge, readRound } = evaluation;
    const { round } = await readRound(roundId);
    if (!isPrepared(round)) throw refused({ reason: 'ROUND_NOT_FOUND', field: 'roundId' });
    const rules = ballotRulesIn(round, sourceId);
    const ballotId = ballotIdOf(roundId, sourceId);
    const ballot = await read(ballotId);
    if (rules === undefined || ballot.kind === 'absent') throw refused({ reason: 'NO_BALLOT', field: 'sourceId' });
    if (ballot.kind === 'closed' || ballot.kind === 'annulled')
      throw refused({ reason: 'BALLOT_OVER', field: 'sourceId' });
    const personId = call.caller.personId ?? '';
    const people = await knowledge.people([personId], { committeeId: round.committeeId, now: call.now, wait: true });
    const voter = people.get(personId);
    if (voter === undefined) throw refused({ reason: 'NOT_A_VOTER', field: 'sourceId' });
    const sorted = [...requests].sort(byBox);
    const asked = await ground.privacy.fingerprint(ballotKey(ballotId), sorted);
    const { tables, entries } = round;
    const order = {
      type: 'IssueTokens',
      now: call.now,
      tables,
      rules,
      entries,
      voter,
      requests: sorted,
      asked,
    } as const;
    // What none of these keys can sign is said before anything stands in the log.
    const keys = await privateKeys(ballotId);
    const signed = sorted.map(({ boxId, blinded }) => ({
      boxId,
      blindSignature: signatures.sign(keys[boxId] ?? '', blinded),
    }));
    const bad = signed.findIndex(({ blindSignature }) => blindSignature === undefined);
    if (bad !== -1 && keys[signed[bad]?.boxId ?? ''] !== undefined)
      throw refused({ reason: 'BLINDED_INVALID', field: `requests[${bad}].blinded` });
    const handled = await send(ballotId, order, sentBy(call, 'CollectTokens', { roundId, sourceId, asked }));
    if (handled.kind === 'refused') throw refused(handled.refusal);
    return {
      handled,
      signatures: signed.map(({ boxId, blindSignature = '' }) => ({ boxId, blindSignature })),
    };
  };
