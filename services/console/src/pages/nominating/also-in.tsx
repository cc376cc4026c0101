import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { plannedOf } from '../../api/questions/planning.ts';
import { comma } from '../../components/names.ts';
import { type Nomination, type Track, trackName } from './nomination.ts';

const ENDED: readonly string[] = ['rejected', 'removed', 'withdrawn', 'missed', 'abandoned'];

/** Who is chosen stands in another category of the edition already: where entries are judged he counts once, by the first. */
export const AlsoIn = ({
  editionId,
  tracks,
  nomination: { nominatorId, track, subjectId },
}: Readonly<{ editionId: string; tracks: readonly Track[]; nomination: Nomination }>) => {
  const { t } = useTranslation();
  const { data } = useQuery({ ...plannedOf(nominatorId, editionId), enabled: nominatorId !== '' && subjectId !== '' });
  const others = (data?.items ?? []).filter(
    (one) => one.subjectId === subjectId && one.track !== track && !ENDED.includes(one.standing),
  );
  if (others.length === 0) return null;
  const names = tracks.filter((one) => others.some((other) => other.track === one.track)).map(trackName);
  return <p className="note">{t('nominating.alsoIn', { tracks: names.join(comma()) })}</p>;
};
