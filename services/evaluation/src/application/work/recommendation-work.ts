import { decide, reaches, reachOf } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { RECOMMENDATION_SECOND_ROLES } from '../../domain/recommendation/decider.ts';
import { about, type RoundLine, type WorkAsker } from './round-line.ts';

/** A round whose body recommends somebody upwards, with how far that is. */
export type UpwardLine = Pick<
  RoundLine,
  'roundId' | 'editionId' | 'seriesId' | 'titleZh' | 'titleEn' | 'organizationPath' | 'concerned'
> &
  Readonly<{
    state: string;
    secondNotice: boolean;
    noticeUntil: string;
    putForwardBy: string;
    /** Of whom has not left: how many are recommended, are put forward, and whose decision above is known. */
    recommended: number;
    putForward: number;
    decided: number;
  }>;

/** Proposals about recommendations of one round that people of one role made, as far as the caller is none of them. */
export type UpwardProposals = Readonly<{ roundId: string; role: string; proposals: number }>;

export interface RecommendationKnowledge {
  upward(paths: readonly string[], personId: string): Promise<readonly UpwardLine[]>;
  upwardProposals(roundIds: readonly string[], personId: string): Promise<readonly UpwardProposals[]>;
}

const isOver = ({ state, secondNotice, noticeUntil }: UpwardLine, now: string): boolean =>
  state === 'commended' || (state === 'decided' && !secondNotice) || (state === 'proposed' && noticeUntil <= now);

const officeWork = (line: UpwardLine, now: string): readonly WorkItem[] => {
  const role = 'committee-officer';
  const { recommended, putForward, decided } = line;
  const waiting: WorkItem = {
    ...{ kind: 'put-forward', role, ...about(line), dueAt: line.putForwardBy, done: putForward, total: recommended },
  };
  const awaited: WorkItem = {
    ...{ kind: 'record-outside-decision', role, ...about(line), dueAt: '', done: decided, total: putForward },
  };
  return [
    ...(putForward < recommended && isOver(line, now) ? [waiting] : []),
    ...(decided < putForward ? [awaited] : []),
  ];
};

const secondWork = (
  line: UpwardLine,
  found: readonly UpwardProposals[],
  { personId, grants, now }: WorkAsker,
): readonly WorkItem[] => {
  const resource = { organizationPath: line.organizationPath, concerns: line.concerned ? [personId] : [] };
  const subject = { kind: 'person', personId } as const;
  const said = decide({ subject, grants, action: 'recommendation.carry-out', resource, now });
  const role = said.allow ? (said.grant?.role ?? '') : '';
  if (!RECOMMENDATION_SECOND_ROLES.some((second) => second === role)) return [];
  const others = found.filter((one) => one.roundId === line.roundId && one.role !== role);
  const total = others.reduce((sum, { proposals }) => sum + proposals, 0);
  return total === 0
    ? []
    : [{ kind: 'carry-out-recommendation-proposal', role, ...about(line), dueAt: '', done: 0, total }];
};

/** What waits about those who go upwards: to be put forward, to be heard of, or a second person's word. */
export const recommendationWork = (
  lines: readonly UpwardLine[],
  proposals: readonly UpwardProposals[],
  asker: WorkAsker,
): readonly WorkItem[] => {
  const { personId, grants, now } = asker;
  const subject = { kind: 'person', personId } as const;
  const roles = ['committee-officer'] as const;
  const reach = reachOf({ subject, grants, action: 'recommendation.put-forward', roles: [...roles], now });
  return lines.flatMap((line) => [
    ...(reaches(reach, line) ? officeWork(line, now) : []),
    ...secondWork(line, proposals, asker),
  ]);
};
