import type { Pacesetters } from '../play/acts/naming.ts';
import type { Play } from '../play/play.ts';

type Naming = Readonly<{
  records: readonly Readonly<{ organizationId: string; qualifies: readonly string[] }>[];
  decision: Readonly<{ reading: string; organizationIds: readonly string[] }> | null;
}>;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** Both readings, and the one that applied, as the story says. */
export const namingFaults = async (play: Play, { once, everyYear }: Pacesetters): Promise<readonly string[]> => {
  const naming = await play.as('officer-1').get<Naming>(`/v1/series/${play.key('series')}/naming`);
  const qualifying = (reading: string): readonly string[] =>
    naming.records.filter(({ qualifies }) => qualifies.includes(reading)).map(({ organizationId }) => organizationId);
  const ids = (codes: readonly string[]): readonly string[] => codes.map((code) => play.organization(code));
  return [
    ...(same(qualifying('first-prize-once'), ids(once)) ? [] : ['pacesetters by "first prize once" differ']),
    ...(same(qualifying('first-prize-every-year'), ids(everyYear))
      ? []
      : ['pacesetters by "first prize every year" differ']),
    ...(naming.decision?.reading === 'first-prize-once' && same(naming.decision.organizationIds, ids(once))
      ? []
      : ['the named units differ']),
  ];
};
