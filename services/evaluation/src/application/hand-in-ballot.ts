import type { Sealed } from '@jiangong/privacy';
import { type HandedIn, takeBallot } from '../domain/ballot/hand-in.ts';
import type { Choice } from '../domain/ballot/orders.ts';
import type { HandInRefusal } from '../domain/ballot/refusals.ts';
import { isSet } from '../domain/ballot/state.ts';
import { isPrepared } from '../domain/round/state.ts';
import { ballotKey, waitingAad } from './ballot-codec.ts';
import { timeOfBallot } from './ballot-stage.ts';
import { type Ballots, ballotRulesIn } from './ballots.ts';

export type HandInRequest = HandedIn & Readonly<{ ballotId: string }>;
export type HandInAnswer = Readonly<{ kind: 'taken' }> | Readonly<{ kind: 'refused'; refusal: HandInRefusal }>;

const refusal = (reason: HandInRefusal['reason'], field: string): HandInAnswer => ({
  kind: 'refused',
  refusal: { reason, field },
});

const levelsOf = (choice: Choice): readonly number[] =>
  'marks' in choice ? choice.marks.map(({ level }) => level) : [choice.level];

/** Whoever hands in anew, because no answer came, may have made other serials: what he chose is the same. */
const isSameChoice = (before: Choice, again: Choice): boolean => levelsOf(before).join() === levelsOf(again).join();

/**
 * Takes a ballot from nobody known. Nothing enters the log, and nothing is written but one row under a fingerprint that only the ballot's
 * key gives. The same ballot again is the same ballot; another choice with the same token is refused.
 */
export const handInBallot =
  ({ evaluation, read, signatures, waiting }: Ballots) =>
  async ({ ballotId, ...handedIn }: HandInRequest): Promise<HandInAnswer> => {
    const { ground, readRound } = evaluation;
    const ballot = await read(ballotId);
    const { round } = await readRound(isSet(ballot) ? ballot.roundId : ballotId);
    const rules = isSet(ballot) && isPrepared(round) ? ballotRulesIn(round, ballot.sourceId) : undefined;
    const isOpen = round.kind === 'open' && rules !== undefined;
    const closesAt = isOpen ? timeOfBallot(round, rules).closesAt : '';
    const time = { isOpen, closesAt, now: ground.clock.now() };
    const taken = takeBallot(ballot, handedIn, time);
    if ('reason' in taken) return { kind: 'refused', refusal: taken };
    const { token, signature } = handedIn;
    const { box, choice } = taken;
    if (!signatures.verify(box.publicKey, token, signature)) return refusal('TOKEN_INVALID', 'token');
    const key = ballotKey(ballotId);
    const spent = await ground.privacy.fingerprint(key, [box.boxId, token]);
    const aad = waitingAad(ballotId, spent);
    const sealed = JSON.stringify(await ground.privacy.seal(key, { token, signature, ...choice }, aad));
    const put = await waiting.put(ballotId, { boxId: box.boxId, spent, sealed });
    if (put.kind === 'closed') return refusal('BOX_CLOSED', 'ballotId');
    if (put.kind === 'taken') return { kind: 'taken' };
    const before = (await ground.privacy.open(JSON.parse(put.sealed) as Sealed, aad)) as Choice;
    return isSameChoice(before, choice) ? { kind: 'taken' } : refusal('TOKEN_USED_ALREADY', 'token');
  };
