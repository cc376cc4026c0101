import { endOfDay, isLocalDate } from '@jiangong/calendar';
import { type Grant, reaches, reachOf, type Role } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { about, type RoundLine, type WorkAsker } from './round-line.ts';

type Line = Pick<RoundLine, 'roundId' | 'editionId' | 'seriesId' | 'titleZh' | 'titleEn' | 'organizationPath'>;

/** A decision that asks for talks which nobody has put on record yet. `dueOn`: the last day of the first of them; empty: the template does not say. */
export type TalksToHold = Line &
  Readonly<{ role: Role; dueOn: string; held: number; talks: number; concerned: boolean }>;

/** Talks of one round that were held with the caller, or with a branch that he is secretary of, and that he has not confirmed. */
export type TalksToConfirm = Line & Readonly<{ role: string; talks: number }>;

export interface TalkKnowledge {
  talksToHold(paths: readonly string[], personId: string): Promise<readonly TalksToHold[]>;
  talksToConfirm(paths: readonly string[], personId: string): Promise<readonly TalksToConfirm[]>;
}

/** What somebody confirms talks for, by what he is secretary or officer of. */
export const standingPaths = (grants: readonly Grant[]): readonly string[] =>
  grants
    .filter(({ role }) => role === 'branch-secretary' || role === 'unit-officer')
    .map(({ organizationPath }) => organizationPath);

const momentOf = (dueOn: string): string => (isLocalDate(dueOn) ? endOfDay(dueOn) : '');

/** Talks are held by whom the template names, by their last day; behind it they still wait, and are behind. */
export const talkWork = (
  toHold: readonly TalksToHold[],
  toConfirm: readonly TalksToConfirm[],
  { personId, grants, now }: WorkAsker,
): readonly WorkItem[] => [
  ...toHold.flatMap(({ role, dueOn, held: done, talks: total, ...line }): readonly WorkItem[] => {
    const subject = { kind: 'person', personId } as const;
    const reach = reachOf({ subject, grants, action: 'talk.hold', roles: [role], now });
    return reaches(reach, line)
      ? [{ kind: 'hold-talks', role, ...about(line), dueAt: momentOf(dueOn), done, total }]
      : [];
  }),
  ...toConfirm.map(({ role, talks: total, ...line }): WorkItem => ({
    kind: 'confirm-talks',
    role,
    ...about(line),
    dueAt: '',
    done: 0,
    total,
  })),
];
