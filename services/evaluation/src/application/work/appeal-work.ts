import { reaches, reachOf, type Role } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { about, type RoundLine, type WorkAsker } from './round-line.ts';

/** Appeals of a round that the caller neither filed nor answers for. `roles`: in which they are decided. */
export type OpenAppeals = Readonly<{
  roundId: string;
  roles: readonly Role[];
  dueAt: string;
  appeals: number;
  open: number;
}>;

/** Appeals that wait for an answer: no decision is taken before, and none is made known. */
export const appealsWork = (
  lines: readonly RoundLine[],
  found: readonly OpenAppeals[],
  { personId, grants, now }: WorkAsker,
): readonly WorkItem[] =>
  found.flatMap(({ roundId, roles, dueAt, appeals: total, open }) => {
    const line = lines.find((one) => one.roundId === roundId);
    if (line === undefined) return [];
    return roles.flatMap((role): readonly WorkItem[] => {
      const reach = reachOf({
        subject: { kind: 'person', personId },
        grants,
        action: 'appeal.decide',
        roles: [role],
        now,
      });
      if (!reaches(reach, line)) return [];
      return [{ kind: 'decide-appeals', role, ...about(line), dueAt, done: total - open, total }];
    });
  });
