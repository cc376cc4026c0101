import { aggregateIdOf } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { RoundFact } from '../domain/round/facts.ts';
import type { ReopeningDeclined, ReopeningRequested } from '../domain/round/reopening-facts.ts';
import type { RequestReopening } from '../domain/round/orders.ts';
import type { RoundRefusal } from '../domain/round/refusals.ts';
import { standingProposals } from '../domain/round/lapsing.ts';
import { isPrepared, isRunning, type PreparedRound, type ReopeningRequest, type Round } from '../domain/round/state.ts';
import { type Evaluation, sentBy } from './evaluation.ts';
import { type MySheet, readOwnSheet } from './own-sheet.ts';
import { openProse, proseKey } from './prose-codec.ts';
import { type Outcome, refusal } from './reasons.ts';
import { standingOf } from './sheet-standing.ts';
import { roundStream } from './streams.ts';

type Answer = Promise<Outcome<RoundFact, RoundRefusal>>;

/** A request with what was written about it: why it was asked, and why it was declined; empty where nothing was, or it was erased. */
export type ToldRequest = ReopeningRequest & Readonly<{ why: string; declinedWhy: string }>;

/** `proposed`: a second person has it before him already. `seated`: whoever asked may still write for the seat. */
export type OfficeRequest = ToldRequest & Readonly<{ proposed: boolean; seated: boolean }>;

const requestsOf = (round: Round): readonly ReopeningRequest[] => (isRunning(round) ? round.requests : []);

const proseOf = async (
  { ground }: Evaluation,
  roundId: string,
  requests: readonly ReopeningRequest[],
): Promise<readonly ToldRequest[]> => {
  if (requests.length === 0) return [];
  const events = await ground.store.readStream(roundStream(roundId));
  const textOf = async (type: (ReopeningRequested | ReopeningDeclined)['type'], requestId: string): Promise<string> => {
    const found = events.find(
      (event) => event.type === type && (event.data as ReopeningRequested['data']).requestId === requestId,
    );
    if (found === undefined) return '';
    return (await openProse<Readonly<{ why: string }>>(ground.privacy, found))?.why ?? '';
  };
  return Promise.all(
    requests.map(async (one) => ({
      ...one,
      why: await textOf('ReopeningRequested.v1', one.requestId),
      declinedWhy: await textOf('ReopeningDeclined.v1', one.requestId),
    })),
  );
};

/** Whether somebody else has the reopening of this seat before him. */
export const isProposed = (round: PreparedRound, seatId: string): boolean =>
  standingProposals(round).some(({ terms }) => terms.act === 'ReopenRound' && terms.seatIds.includes(seatId));

const sheetOf = (mine: MySheet): RequestReopening['sheet'] => {
  const { hindrance, entries } = mine.round;
  const stands = hindrance === 'NOT_IN_PARTY' || hindrance === 'SEAT_OF_ANOTHER_ORGANIZATION';
  return {
    hindrance: stands ? hindrance : null,
    writable: hindrance === null && standingOf(mine).status !== 'submitted',
    entries: entries.filter(({ recused }) => recused === null).length,
  };
};

/** The evaluator's own: he asks, and takes back. */
export const askReopening = (evaluation: Evaluation) => {
  const { ground, sendRound, readRound } = evaluation;
  return {
    request: async (
      { roundId, why }: Readonly<{ roundId: string; why: string }>,
      call: CallContext,
    ): Promise<Readonly<{ requestId: string; handled: Awaited<Answer> }>> => {
      const requestId = aggregateIdOf(call.requestId, 'reopening request');
      const mine = await readOwnSheet(evaluation, roundId, call);
      if (mine === undefined) return { requestId, handled: refusal('NOT_AN_EVALUATOR', 'roundId') };
      const { personId } = mine;
      const order = {
        type: 'RequestReopening',
        requestId,
        personId,
        sheet: sheetOf(mine),
        why,
        now: call.now,
      } as const;
      const fingerprint = await ground.privacy.fingerprint(proseKey(roundId), { why });
      const sent = sentBy(call, 'RequestReopening', { roundId, fingerprint });
      return { requestId, handled: await sendRound(roundId, order, sent) };
    },

    withdraw: async ({ roundId }: Readonly<{ roundId: string }>, call: CallContext): Answer =>
      sendRound(
        roundId,
        { type: 'WithdrawReopeningRequest', personId: call.caller.personId ?? '', now: call.now },
        sentBy(call, 'WithdrawReopeningRequest', { roundId }),
      ),

    /** What became of the caller's latest request; undefined: he has made none. */
    latest: async (roundId: string, call: CallContext): Promise<ToldRequest | undefined> => {
      const { round } = await readRound(roundId);
      const mine = requestsOf(round).findLast(({ personId }) => personId === call.caller.personId);
      return mine === undefined ? undefined : (await proseOf(evaluation, roundId, [mine]))[0];
    },
  };
};

/** The office's: what it is asked, and its answer where it leaves a sheet sealed. Opening one again is a proposal's matter. */
export const answerReopening = (evaluation: Evaluation) => {
  const { ground, knowledge, sendRound, readRound } = evaluation;
  return {
    decline: async (
      { roundId, requestId, why }: Readonly<{ roundId: string; requestId: string; why: string }>,
      call: CallContext,
    ): Answer => {
      const { actor, now } = call;
      const by = { personId: actor.id ?? '', role: actor.role ?? '' };
      const fingerprint = await ground.privacy.fingerprint(proseKey(roundId), { why });
      return sendRound(
        roundId,
        { type: 'DeclineReopening', requestId, by, why, now },
        sentBy(call, 'DeclineReopening', { roundId, requestId, fingerprint }),
      );
    },

    /** All requests of a round, newest first: those that wait, and what became of the others. */
    list: async (roundId: string, call: CallContext): Promise<readonly OfficeRequest[] | undefined> => {
      const { round } = await readRound(roundId);
      if (!isPrepared(round)) return undefined;
      const { committeeId, seats } = round;
      const requests = requestsOf(round).toReversed();
      const ids = [...new Set(requests.map(({ personId }) => personId))];
      const people = await knowledge.people(ids, { committeeId, now: call.now, wait: false });
      const sits = ({ seatId, personId }: ReopeningRequest): boolean =>
        (people.get(personId)?.grants.length ?? 0) > 0 &&
        seats.some((seat) => seat.seatId === seatId && seat.personId === personId && seat.held === 'held');
      return (await proseOf(evaluation, roundId, requests)).map((one) => ({
        ...one,
        proposed: isProposed(round, one.seatId),
        seated: sits(one),
      }));
    },
  };
};
