import { reaches } from '@jiangong/access';
import type { WorkItem } from '@jiangong/service-host';
import { ownNoticeOf } from '../../domain/programme.ts';
import { aboutEdition, dueOf, type ReachOf, type WorkEdition } from './entry-work.ts';
import type { PutForwardBy } from './nominating-work.ts';

/** What one nominator of the caller's made known of its own in an edition, and who objects; what was taken down is not in it. */
export type OwnNoticeGroup = Readonly<{
  editionId: string;
  organizationPath: string;
  notices: number;
  open: number;
  answered: number;
}>;

const ROLE = 'unit-officer';

type Found = Readonly<{ groups: readonly OwnNoticeGroup[]; nominators: readonly PutForwardBy[] }>;

/** Units that have made nothing known yet, while they may: without it they declare nothing. */
const beginning = (edition: WorkEdition, { groups, nominators }: Found, reach: ReachOf): readonly WorkItem[] => {
  const stageId = ownNoticeOf(edition.tables)?.stage.stageId;
  const stage = edition.stages.find((one) => one.stageId === stageId);
  if (stage?.progress !== 'open') return [];
  const mine = nominators.filter(
    (one) => one.kind === 'unit' && reaches(reach('own-notice.begin', ROLE), { ...one, concerned: false }),
  );
  const done = mine.filter(({ organizationPath: path }) => groups.some((one) => one.organizationPath === path)).length;
  if (done === mine.length) return [];
  return [
    {
      kind: 'begin-own-notices',
      role: ROLE,
      ...{ ...aboutEdition(edition), dueAt: stage.closesAt, done, total: mine.length },
    },
  ];
};

/** Objections to what a unit made known of its own wait for the unit, before it can declare. */
const answering = (
  edition: WorkEdition,
  groups: readonly OwnNoticeGroup[],
  { reach, now }: Readonly<{ reach: ReachOf; now: string }>,
): readonly WorkItem[] => {
  const mine = groups.filter((one) => reaches(reach('own-notice.answer', ROLE), { ...one, concerned: false }));
  const open = mine.reduce((sum, one) => sum + one.open, 0);
  if (open === 0) return [];
  const done = mine.reduce((sum, one) => sum + one.answered, 0);
  const dueAt = dueOf(edition, 'declare', ['declare'], now);
  return [{ kind: 'answer-own-objections', role: ROLE, ...aboutEdition(edition), dueAt, done, total: done + open }];
};

/** What waits for units about what they make known before they declare. */
export const ownNoticeWork = (
  editions: readonly WorkEdition[],
  { groups, nominators }: Found,
  reach: ReachOf,
  now: string,
): readonly WorkItem[] =>
  editions
    .filter(({ tables }) => ownNoticeOf(tables) !== undefined)
    .flatMap((edition) => {
      const isIts = ({ editionId }: Readonly<{ editionId: string }>): boolean => editionId === edition.editionId;
      const own = groups.filter(isIts);
      return [
        ...beginning(edition, { groups: own, nominators: nominators.filter(isIts) }, reach),
        ...answering(edition, own, { reach, now }),
      ];
    });
