import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { either } from '../../components/names.ts';

type Group = Schemas['BallotGroup'];

/** Whose votes a box counts: one group, or several that were joined so that nobody of the small one is seen. Nothing where all are one. */
export const BoxGroups = ({ groups }: Readonly<{ groups: readonly Group[] }>) => {
  const { t } = useTranslation();
  if (groups.length === 0) return null;
  const names = groups
    .map(({ nameZh, nameEn, withSuperior }) =>
      withSuperior ? t('ballots.withSuperior', { group: either(nameZh, nameEn) }) : either(nameZh, nameEn),
    )
    .join(' + ');
  const isJoined = groups.length > 1 || groups.some(({ withSuperior }) => withSuperior);
  return <span className="quiet">{isJoined ? t('ballots.joined', { groups: names }) : names}</span>;
};
