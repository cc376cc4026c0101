import { reaches, reachOf, type Role } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { MEASURE_SECOND_ROLES } from '../../domain/measure/decide-proposals.ts';
import { about, type OpenEntryProposals, type RoundLine, type WorkAsker } from './round-line.ts';
import { secondWork } from './second-work.ts';

/** Values of a round's measures that one role records, of entries that the caller does not answer for. */
export type OpenMeasures = Readonly<{ roundId: string; role: Role; wanted: number; recorded: number }>;

/** Values that the office has still to record before the round closes. */
export const measuresWork = (
  lines: readonly RoundLine[],
  found: readonly OpenMeasures[],
  { personId, grants, now }: WorkAsker,
): readonly WorkItem[] =>
  found.flatMap(({ roundId, role, wanted, recorded }): readonly WorkItem[] => {
    const line = lines.find((one) => one.roundId === roundId);
    if (line === undefined || line.state !== 'open' || recorded >= wanted) return [];
    const subject = { kind: 'person', personId } as const;
    const reach = reachOf({ subject, grants, action: 'measure.record', roles: [role], now });
    if (!reaches(reach, line)) return [];
    return [{ kind: 'record-measures', role, ...about(line), dueAt: line.closesAt, done: recorded, total: wanted }];
  });

export const measureProposalsWork = (
  lines: readonly RoundLine[],
  found: readonly OpenEntryProposals[],
  asker: WorkAsker,
): readonly WorkItem[] =>
  secondWork(lines, found, asker, {
    ...{ kind: 'carry-out-measure-proposal', action: 'measure.carry-out', roles: MEASURE_SECOND_ROLES },
  });
