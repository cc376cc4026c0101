import { useTranslation } from 'react-i18next';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { PaperLinks } from '../checklists/paper-links.tsx';
import { type Of, type Source, unitOf, type Version } from './shared.ts';

/** What a value was from a moment on: how much, of which day, from where, by whom and why. */
export const VersionText = ({ version, source, ...of }: Of & Readonly<{ version: Version; source: Source }>) => {
  const { t } = useTranslation();
  const { asked, value, dayOf, because, origin, evidence, opensEvidence, why, byName, at, settled } = version;
  const from = [
    ...(dayOf === null ? [] : [t('measures.ofDay', { day: sayDay(dayOf) })]),
    ...(origin === null ? [] : [origin]),
  ];
  return (
    <>
      <p>
        <strong>{asked === 'none' ? t('measures.asked.none') : `${value ?? ''} ${unitOf(source.unit, t)}`}</strong>{' '}
        <span className="quiet">{from.join(' · ')}</span>
      </p>
      <p className="quiet">
        {[
          ...(because === null ? [] : [t(`measures.becauses.${because}`)]),
          ...(settled ? [t('measures.settled')] : []),
          nameIn(byName),
          sayMoment(at),
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      {why !== null && <p className="prose">{why}</p>}
      <PaperLinks
        {...{ entryId: of.entryId, evidence, opens: opensEvidence }}
        under={`/v1/rounds/${of.roundId}/entries/${of.entryId}/measures/${source.sourceId}`}
      />
    </>
  );
};
