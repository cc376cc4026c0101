import type { CallContext } from '@jiangong/service-host';
import type { NotCounted } from '@jiangong/scoring';
import { boxesOf } from '../domain/ballot/decide-issuing.ts';
import type { Box } from '../domain/ballot/facts.ts';
import { TURNOUT_STEP } from '../domain/ballot/limits.ts';
import type { BallotRules } from '../domain/ballot/rules.ts';
import { isSet, issuedFor, type LiveBallot } from '../domain/ballot/state.ts';
import { entryOf, isPrepared, isRunning, type PreparedRound } from '../domain/round/state.ts';
import { type Ballots, ballotRulesOf } from './ballots.ts';
import { timeOfBallot } from './ballot-stage.ts';
import { ballotIdOf } from './streams.ts';

/** A group of voters whose box one is, as it is called. */
export type GroupSeen = Readonly<{ electorate: string; nameZh: string; nameEn: string; withSuperior: boolean }>;
export type BoxSeen = Omit<Box, 'groups'> & Readonly<{ title: string; opens: boolean; groups: readonly GroupSeen[] }>;

export type MyBallot = Readonly<{
  ballot: LiveBallot;
  round: PreparedRound;
  rules: BallotRules;
  closesAt: string;
  collected: boolean;
  boxes: readonly BoxSeen[];
}>;

const titleIn = (round: PreparedRound, entryId: string): string => entryOf(round, entryId)?.title ?? '';

const groupsSeen = ({ electorates = [] }: BallotRules, { groups = [] }: Box): readonly GroupSeen[] =>
  groups.map(({ electorate, withSuperior }) => {
    const [nameZh, nameEn] = electorates.find(({ id }) => id === electorate)?.name ?? [electorate, electorate];
    return { electorate, nameZh, nameEn, withSuperior };
  });

const opensOf = (ballot: LiveBallot, boxId: string): boolean =>
  ballot.kind !== 'voting' || ballot.openBoxes.includes(boxId);

/** What somebody has a vote in, in one round. His tokens' boxes stay his, wherever he is moved. */
export const myBallotsIn =
  ({ evaluation, read }: Ballots) =>
  async (roundId: string, { caller, now }: CallContext): Promise<readonly MyBallot[]> => {
    const { round } = await evaluation.readRound(roundId);
    if (!isPrepared(round) || !isRunning(round)) return [];
    const personId = caller.personId ?? '';
    const people = await evaluation.knowledge.people([personId], { committeeId: round.committeeId, now, wait: false });
    const voter = people.get(personId);
    const mine: MyBallot[] = [];
    for (const rules of ballotRulesOf(round)) {
      const ballot = await read(ballotIdOf(roundId, rules.sourceId));
      if (ballot.kind !== 'issuing' && ballot.kind !== 'voting') continue;
      const issued = ballot.issued[personId];
      const boxes =
        issued !== undefined
          ? ballot.boxes.filter(({ boxId }) => issued.boxIds.includes(boxId))
          : voter === undefined
            ? []
            : boxesOf(ballot, { tables: round.tables, rules, entries: round.entries, voter }).map(({ box }) => box);
      if (boxes.length === 0) continue;
      const seen = boxes.map((box) => ({
        ...box,
        title: titleIn(round, box.entryId),
        opens: opensOf(ballot, box.boxId),
        groups: groupsSeen(rules, box),
      }));
      mine.push({
        ballot,
        round,
        rules,
        closesAt: timeOfBallot(round, rules).closesAt,
        collected: issued !== undefined,
        boxes: seen,
      });
    }
    return mine;
  };

export type BoxTurnout = Readonly<{
  boxId: string;
  entryId: string;
  title: string;
  issued: number;
  cast: number;
  standing: 'waiting' | 'counted' | NotCounted;
  groups: readonly GroupSeen[];
}>;
export type Turnout = Readonly<{ ballot: LiveBallot; boxes: readonly BoxTurnout[] }>;

const inSteps = (count: number): number => Math.floor(count / TURNOUT_STEP) * TURNOUT_STEP;

const turnoutOf = async (
  { waiting }: Pick<Ballots, 'waiting'>,
  round: PreparedRound,
  rules: BallotRules,
  ballot: LiveBallot,
): Promise<Turnout> => {
  const groupsIn = (boxId: string): readonly GroupSeen[] =>
    ballot.boxes.filter((box) => box.boxId === boxId).flatMap((box) => groupsSeen(rules, box));
  if (ballot.kind === 'closed')
    return {
      ballot,
      boxes: ballot.counted.map(({ counts: _counts, why, ...box }) => ({
        ...box,
        title: titleIn(round, box.entryId),
        standing: why ?? 'counted',
        groups: groupsIn(box.boxId),
      })),
    };
  const cast = await waiting.counts(ballot.ballotId);
  return {
    ballot,
    boxes: ballot.boxes.map(({ boxId, entryId }) => ({
      boxId,
      entryId,
      title: titleIn(round, entryId),
      issued: issuedFor(ballot, boxId),
      // In steps, so that nobody who watches both a voter and this number sees one ballot fall.
      cast: inSteps(cast.get(boxId) ?? 0),
      standing: opensOf(ballot, boxId) ? 'waiting' : 'VOTERS_BELOW_MINIMUM',
      groups: groupsIn(boxId),
    })),
  };
};

/** Tokens and turnout of a round's ballots: never a choice. */
export const ballotTurnouts =
  ({ read, waiting }: Ballots) =>
  async (round: PreparedRound): Promise<readonly Turnout[]> => {
    const found: Turnout[] = [];
    for (const rules of ballotRulesOf(round)) {
      const ballot = await read(ballotIdOf(round.roundId, rules.sourceId));
      if (isSet(ballot)) found.push(await turnoutOf({ waiting }, round, rules, ballot));
    }
    return found;
  };
