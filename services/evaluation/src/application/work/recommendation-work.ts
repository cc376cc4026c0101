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
    /** A branch's meeting recommended, and its secretary puts forward. */
    bySecretary: boolean;
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

/** Who puts forward: the office, or the secretary of the branch whose meeting recommended. */
type Sender = 'committee-officer' | 'branch-secretary';

const isOver = ({ state, secondNotice, noticeUntil }: UpwardLine, now: string): boolean =>
  state === 'commended' || (state === 'decided' && !secondNotice) || (state === 'proposed' && noticeUntil <= now);

const sendingWork = (line: UpwardLine, role: Sender, now: string): readonly WorkItem[] => {
  const { recommended, putForward, bySecretary, putForwardBy } = line;
  const isLate = putForwardBy !== '' && putForwardBy <= now;
  const isTheirs = role === 'branch-secretary' ? bySecretary : !bySecretary || isLate;
  const waiting: WorkItem = {
    ...{ kind: 'put-forward', role, ...about(line), dueAt: line.putForwardBy, done: putForward, total: recommended },
  };
  return isTheirs && putForward < recommended && isOver(line, now) ? [waiting] : [];
};

const officeWork = (line: UpwardLine, now: string): readonly WorkItem[] => {
  const role = 'committee-officer';
  const { putForward, decided } = line;
  const awaited: WorkItem = {
    ...{ kind: 'record-outside-decision', role, ...about(line), dueAt: '', done: decided, total: putForward },
  };
  return [...sendingWork(line, role, now), ...(decided < putForward ? [awaited] : [])];
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
  const reach = (role: Sender) =>
    reachOf({ subject, grants, action: 'recommendation.put-forward', roles: [role], now });
  const [office, secretary] = [reach('committee-officer'), reach('branch-secretary')];
  return lines.flatMap((line) => [
    ...(reaches(office, line) ? officeWork(line, now) : []),
    ...(reaches(secretary, line) ? sendingWork(line, 'branch-secretary', now) : []),
    ...secondWork(line, proposals, asker),
  ]);
};
