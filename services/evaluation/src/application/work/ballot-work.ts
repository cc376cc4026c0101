import type { WorkItem } from '@jiangong/service-host';
import type { MyBallot } from '../show-ballots.ts';

/** What editions are called, by id. */
export type EditionTitles = ReadonlyMap<string, Readonly<{ titleZh: string; titleEn: string }>>;

const UNTITLED = { titleZh: '', titleEn: '' } as const;

/**
 * What waits for a voter: to collect his tokens, then to vote. Nobody knows whether he has, so that the second stands there until the box
 * closes, for whoever has voted too.
 */
export const ballotWork = (mine: readonly MyBallot[], titles: EditionTitles): readonly WorkItem[] =>
  mine.flatMap(({ ballot, closesAt, collected, boxes }): readonly WorkItem[] => {
    const { roundId, editionId, issueUntil } = ballot;
    const about = {
      ...{ role: '', subjectKind: 'round', subjectId: roundId, editionId, done: 0, total: 1 },
      ...(titles.get(editionId) ?? UNTITLED),
    };
    if (ballot.kind === 'issuing' && !collected) return [{ kind: 'collect-voting-token', ...about, dueAt: issueUntil }];
    if (ballot.kind === 'voting' && collected && boxes.some(({ opens }) => opens))
      return [{ kind: 'cast-vote', ...about, dueAt: closesAt }];
    return [];
  });
