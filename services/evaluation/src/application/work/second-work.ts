import { reaches, reachOf, type Role } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { about, type OpenEntryProposals, type RoundLine, type WorkAsker, type WorkKind } from './round-line.ts';

type Second = Readonly<{ kind: WorkKind; action: string; roles: readonly Role[] }>;

/** One line a round, however many entries wait; whoever leads the round's committee or inspects there sees all of them. */
export const secondWork = (
  lines: readonly RoundLine[],
  found: readonly OpenEntryProposals[],
  { personId, grants, now }: WorkAsker,
  { kind, action, roles }: Second,
): readonly WorkItem[] =>
  roles.flatMap((role) => {
    const reach = reachOf({ subject: { kind: 'person', personId }, grants, action, roles: [role], now });
    return lines.flatMap((line): readonly WorkItem[] => {
      // Not two people of one role: the second one comes from another office.
      const others = found.filter((one) => one.roundId === line.roundId && one.role !== role);
      const total = others.reduce((sum, { proposals }) => sum + proposals, 0);
      if (total === 0 || !reaches(reach, line)) return [];
      return [{ kind, role, ...about(line), dueAt: '', done: 0, total }];
    });
  });
