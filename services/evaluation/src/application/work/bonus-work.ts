import { reaches, reachOf, type Role } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { BONUS_SECOND_ROLES } from '../../domain/bonus/decide-proposals.ts';
import { about, type OpenEntryProposals, type RoundLine, type WorkAsker } from './round-line.ts';
import { secondWork } from './second-work.ts';

/** Claims of a round that the caller neither made nor is judged by. `roles`: in which they are decided. */
export type OpenClaims = Readonly<{ roundId: string; roles: readonly Role[]; claims: number; waiting: number }>;

/** While one person decides alone: afterwards a claim that was left is proposed, and waits for a second person. */
const DECIDABLE: readonly string[] = ['open', 'closed'];

/** Claims that wait for the office's verdict: no result comes before. */
export const bonusClaimsWork = (
  lines: readonly RoundLine[],
  found: readonly OpenClaims[],
  { personId, grants, now }: WorkAsker,
): readonly WorkItem[] =>
  found.flatMap(({ roundId, roles, claims: total, waiting }) => {
    const line = lines.find((one) => one.roundId === roundId);
    if (line === undefined || !DECIDABLE.includes(line.state)) return [];
    return roles.flatMap((role): readonly WorkItem[] => {
      const reach = reachOf({
        subject: { kind: 'person', personId },
        grants,
        action: 'bonus.decide',
        roles: [role],
        now,
      });
      if (!reaches(reach, line)) return [];
      return [
        { kind: 'decide-bonus-claims', role, ...about(line), dueAt: line.decideBy, done: total - waiting, total },
      ];
    });
  });

export const bonusProposalsWork = (
  lines: readonly RoundLine[],
  found: readonly OpenEntryProposals[],
  asker: WorkAsker,
): readonly WorkItem[] =>
  secondWork(lines, found, asker, {
    ...{ kind: 'carry-out-bonus-proposal', action: 'bonus.carry-out', roles: BONUS_SECOND_ROLES },
  });
