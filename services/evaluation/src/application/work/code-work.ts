import { reaches, reachOf } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { about, type RoundLine, type WorkAsker } from './round-line.ts';

/** A round whose vote by codes is not over. `made`: for how many of the `wanted` entries as many codes hold as votes count from. `dueAt`: when the vote begins. */
export type CodesLine = Pick<
  RoundLine,
  'roundId' | 'editionId' | 'seriesId' | 'titleZh' | 'titleEn' | 'organizationPath' | 'concerned'
> &
  Readonly<{ dueAt: string; made: number; wanted: number }>;

/** The office makes codes for every entry before the public votes: an entry with fewer than the least number of votes is not counted. */
export const codeWork = (found: readonly CodesLine[], { personId, grants, now }: WorkAsker): readonly WorkItem[] => {
  const subject = { kind: 'person', personId } as const;
  const reach = reachOf({ subject, grants, action: 'vote-code.make', roles: ['committee-officer'], now });
  return found
    .filter((line) => line.made < line.wanted && reaches(reach, line))
    .map(({ dueAt, made, wanted, ...line }) => ({
      ...{ kind: 'make-vote-codes', role: 'committee-officer', ...about(line), dueAt, done: made, total: wanted },
    }));
};
