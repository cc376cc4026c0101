import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { nameIn } from '../../components/names.ts';
import { StarBoard } from './star-board.tsx';
import { awardName, type Rules } from './rules.ts';

type Awards = Schemas['Awards'];

/** Everything that is awarded, award by award in the template's order. */
export const AwardsTold = ({
  awards,
  rules,
  roundId,
}: Readonly<{
  awards: Awards;
  rules: Pick<Rules, 'outcome'>;
  /** Where those are told, too, who have no stars. */
  roundId?: string;
}>) => {
  const { t } = useTranslation();
  return (
    <>
      <StarBoard entries={awards.entries} roundId={roundId} />
      {rules.outcome.map(({ id }) => {
        const entries = awards.entries.filter(({ grade }) => grade === id);
        const leaders = awards.leaders.filter(({ grade }) => grade === id);
        const organizations = awards.organizations.filter(({ grade }) => grade === id);
        const count = entries.length + leaders.length + organizations.length;
        if (count === 0) return null;
        return (
          <div key={id}>
            <h3>
              {awardName(rules, id)} ({count})
            </h3>
            <ul className="plain">
              {entries.map(({ entryId, title, unitName, rank, departed, shared }) => (
                <li key={entryId}>
                  {title === '' ? (
                    nameIn(unitName)
                  ) : (
                    <>
                      {title} <span className="quiet">{nameIn(unitName) ?? ''}</span>
                    </>
                  )}{' '}
                  {rank > 0 && <span className="quiet">{t('rounds.decision.ofRank', { rank })}</span>}
                  {rank > 0 && shared && <span className="tag">{t('rounds.decision.shared')}</span>}
                  {departed && <span className="tag">{t('rounds.decision.departed')}</span>}
                </li>
              ))}
              {leaders.map(({ personId, personName, entryName }) => (
                <li key={personId}>
                  {nameIn(personName) ?? t('none')} <span className="quiet">{nameIn(entryName) ?? ''}</span>
                </li>
              ))}
              {organizations.map(({ organizationId, organizationName }) => (
                <li key={organizationId}>{nameIn(organizationName) ?? t('none')}</li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
};
