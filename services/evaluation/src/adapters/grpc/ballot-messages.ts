import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/ballot_service';
import { isOnPapers } from '../../domain/ballot/papers.ts';
import type { MyBallot, Turnout } from '../../application/show-ballots.ts';

export const ballotStageOf = (kind: MyBallot['ballot']['kind']): string => (kind === 'issuing' ? 'collecting' : kind);

/** What may be chosen, best first, by its names. */
export const levelMessages = (
  { levels }: Pick<MyBallot['ballot'], 'levels'>,
  { names }: Pick<MyBallot['rules'], 'names'>,
): rpc.BallotLevel[] =>
  levels.map((level) => {
    const [nameZh, nameEn] = names[level] ?? [level, level];
    return { level, nameZh, nameEn };
  });

export const myBallotMessage = ({ ballot, rules, closesAt, collected, boxes }: MyBallot): rpc.MyBallot => ({
  ...{ ballotId: ballot.ballotId, roundId: ballot.roundId, editionId: ballot.editionId, sourceId: ballot.sourceId },
  ...{ stage: ballotStageOf(ballot.kind), issueUntil: ballot.issueUntil, closesAt, collected },
  levels: levelMessages(ballot, rules),
  questions: (ballot.questions ?? []).map((question) => {
    const [nameZh, nameEn] = rules.names[question] ?? [question, question];
    return { question, nameZh, nameEn };
  }),
  isOnPapers: isOnPapers(ballot),
  boxes: boxes.map(({ boxId, entryId, title, publicKey, opens, groups, entries, fullMost }) => ({
    ...{ boxId, entryId, title, publicKey, opens, fullMost: fullMost ?? undefined },
    groups: groups.map((group) => ({ ...group })),
    entries: entries.map((entry) => ({ ...entry })),
  })),
});

export const turnoutMessage = ({ ballot, boxes }: Turnout): rpc.BallotTurnout => ({
  ...{ ballotId: ballot.ballotId, sourceId: ballot.sourceId, stage: ballotStageOf(ballot.kind) },
  ...{ issueUntil: ballot.issueUntil, turnoutFloor: ballot.turnout, least: ballot.least },
  voters: Object.keys(ballot.issued).length,
  boxes: boxes.map(({ boxId, entryId, title, issued, cast, standing, groups }) => ({
    ...{ boxId, entryId, title, issued, cast, standing },
    groups: groups.map((group) => ({ ...group })),
  })),
});
