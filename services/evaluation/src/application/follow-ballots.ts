import { requestIdOf } from '@jiangong/event-store';
import { ERASED, type Sealed } from '@jiangong/privacy';
import type { ProcessManager, PublicFact } from '@jiangong/messaging';
import type { BallotOrder, CloseBallot } from '../domain/ballot/orders.ts';
import { askedBy, beyondBallot } from '../domain/ballot/paging.ts';
import type { BallotRules } from '../domain/ballot/rules.ts';
import { isSet } from '../domain/ballot/state.ts';
import { isPrepared, isRunning, type PreparedRound } from '../domain/round/state.ts';
import { ballotKey, waitingAad } from './ballot-codec.ts';
import { timeOfBallot } from './ballot-stage.ts';
import { type Ballots, ballotRulesOf } from './ballots.ts';
import { campaignFactOf, OF_THE_BODY } from './campaign-facts.ts';
import { currentRound } from './current-round.ts';
import { plannedBoxes, sourceOfBallot } from './planned-boxes.ts';
import { ballotIdOf, boxIdOf } from './streams.ts';

const NAME = 'follow-ballots';

type WaitingChoice = CloseBallot['ballots'][number];

const send = async (
  ballots: Ballots,
  told: PublicFact,
  { ballotId, order }: Readonly<{ ballotId: string; order: BallotOrder }>,
): Promise<void> => {
  const { ground } = ballots.evaluation;
  const context = ground.systemContext({
    name: NAME,
    requestId: requestIdOf(`${NAME} ${told.eventId} ${told.ordinal} ${ballotId}`),
    correlationId: told.correlationId,
    causationId: told.eventId,
    traceparent: told.traceparent,
  });
  const handled = await ballots.send(ballotId, order, { body: { order: order.type, eventId: told.eventId }, context });
  if (handled.kind === 'accepted') return;
  const { reason } = handled.refusal;
  if (reason === 'TOO_MUCH_CONTENTION') throw new Error(`${order.type} of ballot ${ballotId}: too much contention`);
  ground.log.warn({ ballotId, order: order.type, reason }, 'a ballot did not follow its round');
};

/** Keys are made once: whoever comes second finds the ballot set. A ballot with a stage of its own waits for it. */
const set = async (ballots: Ballots, told: PublicFact, round: PreparedRound, rules: BallotRules): Promise<void> => {
  const { roundId, editionId } = round;
  const { sourceId } = rules;
  const source = sourceOfBallot(round, rules);
  if (source === undefined || !isRunning(round)) return;
  const ballotId = ballotIdOf(roundId, sourceId);
  const now = ballots.evaluation.ground.clock.now();
  const { opensAt, closesAt } = timeOfBallot(round, rules);
  if ((opensAt !== null && now < opensAt) || isSet(await ballots.read(ballotId))) return;
  const planned = await plannedBoxes(ballots.evaluation, { round, rules, now, source });
  if (beyondBallot(askedBy(rules, source), planned)) {
    ballots.evaluation.ground.log.warn({ ballotId, boxes: planned.length }, 'a ballot is beyond what one may hold');
    return;
  }
  const keys = [];
  for (const box of planned) {
    const boxId = boxIdOf(
      ballotId,
      box.entryId,
      box.groups?.map(({ electorate }) => electorate),
    );
    keys.push({ ...box, boxId, ...(await ballots.signatures.newKey()) });
  }
  const of = { ballotId, roundId, editionId, sourceId };
  await send(ballots, told, { ballotId, order: { type: 'SetBallot', now, ...of, rules, source, closesAt, keys } });
};

/** What waits, opened. Its order is that of fingerprints, and of no moment. */
const opened = async ({ evaluation, waiting }: Ballots, ballotId: string): Promise<readonly WaitingChoice[]> => {
  const rows = await waiting.close(ballotId);
  const items = rows.map(({ spent, sealed }) => ({
    sealed: JSON.parse(sealed) as Sealed,
    aad: waitingAad(ballotId, spent),
  }));
  const choices = await evaluation.ground.privacy.openAll(items);
  if (choices.includes(ERASED)) throw new Error(`what waits in ballot ${ballotId} can not be opened any more`);
  return choices.map((choice, at) => ({ ...(choice as WaitingChoice), boxId: rows[at]?.boxId ?? '' }));
};

/** Whatever opened anything goes: the private keys, and every trace of what waited. */
const forget = async ({ evaluation, waiting }: Ballots, ballotId: string): Promise<void> => {
  await waiting.clear(ballotId);
  await evaluation.ground.privacy.destroy(ballotKey(ballotId));
};

const close = async (ballots: Ballots, told: PublicFact, ballotId: string): Promise<void> => {
  const ballot = await ballots.read(ballotId);
  if (!isSet(ballot)) return;
  if (ballot.kind === 'issuing' || ballot.kind === 'voting') {
    const { now } = ballots.evaluation.ground.clock;
    const order = { type: 'CloseBallot', now: now(), ballots: await opened(ballots, ballotId) } as const;
    await send(ballots, told, { ballotId, order });
    const after = await ballots.read(ballotId);
    // What was cast is destroyed only behind the fact that holds it.
    if (after.kind !== 'closed') throw new Error(`ballot ${ballotId} is not closed`);
  }
  await forget(ballots, ballotId);
};

const annul = async (ballots: Ballots, told: PublicFact, ballotId: string): Promise<void> => {
  if (!isSet(await ballots.read(ballotId))) return;
  await ballots.waiting.close(ballotId);
  await send(ballots, told, { ballotId, order: { type: 'AnnulBallot', now: ballots.evaluation.ground.clock.now() } });
  await forget(ballots, ballotId);
};

/** A stage of a round that is open already has begun: what has waited for it is set. */
const begun = async (ballots: Ballots, told: PublicFact): Promise<void> => {
  const fact = campaignFactOf(told);
  if (fact?.kind !== 'begun' || fact.phase === OF_THE_BODY) return;
  const { round } = await currentRound(ballots.evaluation, fact.editionId, fact.phase);
  if (!isPrepared(round) || !isRunning(round)) return;
  for (const rules of ballotRulesOf(round)) await set(ballots, told, round, rules);
};

/**
 * Ballots follow their round: set with its opening or that of a stage of their own, closed with the round's closing, destroyed unread when
 * it is annulled before.
 */
export const followBallots = (ballots: Ballots): ProcessManager => ({
  name: NAME,
  contexts: ['evaluation', 'merit_projects'],
  handle: async (told) => {
    if (told.type.startsWith('merit_projects.')) return begun(ballots, told);
    const { roundId = '' } = told.data as Readonly<{ roundId?: string }>;
    if (!/^evaluation\.Round(?:Opened|Closed|Annulled)\.v1$/u.test(told.type)) return;
    const { round } = await ballots.evaluation.readRound(roundId);
    if (!isPrepared(round)) return;
    for (const rules of ballotRulesOf(round)) {
      const ballotId = ballotIdOf(roundId, rules.sourceId);
      if (told.type === 'evaluation.RoundOpened.v1') await set(ballots, told, round, rules);
      else if (told.type === 'evaluation.RoundClosed.v1') await close(ballots, told, ballotId);
      else await annul(ballots, told, ballotId);
    }
  },
});
