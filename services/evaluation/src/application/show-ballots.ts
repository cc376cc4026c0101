import type { CallContext } from '@jiangong/service-host';
import type { NotCounted } from '@jiangong/scoring';
import { boxesOf } from '../domain/ballot/decide-issuing.ts';
import type { Box } from '../domain/ballot/facts.ts';
import { TURNOUT_STEP } from '../domain/ballot/limits.ts';
import { entriesOf, fullMostOf } from '../domain/ballot/papers.ts';
import type { BallotRules } from '../domain/ballot/rules.ts';
import { isSet, issuedFor, type LiveBallot } from '../domain/ballot/state.ts';
import { entryOf, isPrepared, isRunning, type PreparedRound } from '../domain/round/state.ts';
import { type Ballots, ballotRulesOf } from './ballots.ts';
import { timeOfBallot } from './ballot-stage.ts';
import { ballotIdOf } from './streams.ts';

/** A group of voters whose box one is, as it is called. */
export type GroupSeen = Readonly<{ electorate: string; nameZh: string; nameEn: string; withSuperior: boolean }>;
/** An entry that a box is about, as it is called. */
export type EntrySeen = Readonly<{ entryId: string; title: string }>;
export type BoxSeen = Omit<Box, 'groups' | 'entryIds'> &
  Readonly<{
    title: string;
    opens: boolean;
    groups: readonly GroupSeen[];
    entries: readonly EntrySeen[];
    /** How many answers of the paper may be the highest level; null: as many as one likes. */
    fullMost: number | null;
  }>;

export type MyBallot = Readonly<{
  ballot: LiveBallot;
  round: PreparedRound;
  rules: BallotRules;
  closesAt: string;
  collected: boolean;
  boxes: readonly BoxSeen[];
}>;

const titleIn = (round: PreparedRound, entryId: string): string => entryOf(round, entryId)?.title ?? '';

const entriesSeen = (round: PreparedRound, box: Box): readonly EntrySeen[] =>
  entriesOf(box).map((entryId) => ({ entryId, title: titleIn(round, entryId) }));

/** Of a paper about more than so many entries a line names these, and how many there are. */
const TITLES_MAX = 6;

/** What a box is about, in one line. */
const titleOf = (round: PreparedRound, box: Box): string => {
  const titles = entriesSeen(round, box).map(({ title }) => title);
  const named = titles.slice(0, TITLES_MAX).join('、');
  return titles.length > TITLES_MAX ? `${named}（${titles.length}）` : named;
};

const groupsSeen = ({ electorates = [] }: BallotRules, { groups = [] }: Box): readonly GroupSeen[] =>
  groups.map(({ electorate, withSuperior }) => {
    const [nameZh, nameEn] = electorates.find(({ id }) => id === electorate)?.name ?? [electorate, electorate];
    return { electorate, nameZh, nameEn, withSuperior };
  });

const opensOf = (ballot: LiveBallot, boxId: string): boolean =>
  ballot.kind !== 'voting' || ballot.openBoxes.includes(boxId);

const paperSeen = (
  round: PreparedRound,
  ballot: LiveBallot,
  box: Box,
): Pick<BoxSeen, 'title' | 'entries' | 'fullMost'> => ({
  title: titleOf(round, box),
  entries: entriesSeen(round, box),
  fullMost: fullMostOf(ballot, box),
});

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
      const seen = boxes.map(({ entryIds: _all, ...box }, at) => ({
        ...box,
        ...paperSeen(round, ballot, boxes[at] ?? box),
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
  if (ballot.kind === 'closed') {
    const { counted } = ballot;
    return {
      ballot,
      boxes: ballot.boxes.flatMap((box) => {
        const found = counted.find(({ boxId }) => boxId === box.boxId);
        if (found === undefined) return [];
        const { boxId, entryId, issued, cast, why } = found;
        const standing = why ?? 'counted';
        const seen = { title: titleOf(round, box), groups: groupsSeen(rules, box) };
        return [{ boxId, entryId, issued, cast, standing, ...seen }];
      }),
    };
  }
  const cast = await waiting.counts(ballot.ballotId);
  return {
    ballot,
    boxes: ballot.boxes.map((box) => ({
      boxId: box.boxId,
      entryId: box.entryId,
      title: titleOf(round, box),
      // A code is used in the visit in which its holder votes: how many are used tells a ballot's moment as well as the ballots do.
      issued: ballot.byCode === true ? inSteps(issuedFor(ballot, box.boxId)) : issuedFor(ballot, box.boxId),
      // In steps, so that nobody who watches both a voter and this number sees one ballot fall.
      cast: inSteps(cast.get(box.boxId) ?? 0),
      standing: opensOf(ballot, box.boxId) ? 'waiting' : 'VOTERS_BELOW_MINIMUM',
      groups: groupsSeen(rules, box),
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
