import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { clearanceOf } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { sayMoment } from '../../components/dates.ts';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';
import { useWhat } from '../../components/what-it-is.tsx';
import { OpinionFiles } from './opinion-files.tsx';

type Clearance = Schemas['Clearance'];

const One = ({ entryId, told }: Readonly<{ entryId: string; told: Clearance }>) => {
  const { t } = useTranslation();
  const what = useWhat();
  const facts = [
    [t('clearances.number'), told.opinionNumber],
    [t('clearances.by'), nameIn(told.inspectorPersonName)],
    [t('clearances.why'), told.why],
    [t('clearances.liftedBy'), nameIn(told.liftedByName)],
    [t('clearances.liftedWhy'), told.liftedWhy],
  ] as const;
  const when = told.givenAt ?? told.requestedAt;
  return (
    <li>
      <p>
        {told.opinions.length === 0 && told.outcome === null && <Mark tone="waiting">{t('project.pending')}</Mark>}
        {told.opinions.length === 0 && told.outcome !== null && (
          <Mark tone={told.outcome === 'cleared' ? 'good' : 'bad'}>{t(`clearances.${told.outcome}`)}</Mark>
        )}
        {told.opinions.map(({ scope, outcome }) => (
          <span key={scope} className="scope-mark">
            {scope === 'entry' ? what : t(`project.scope.${scope}`)}{' '}
            <Mark tone={outcome === 'cleared' ? 'good' : 'bad'}>{t(`clearances.${outcome}`)}</Mark>
          </span>
        ))}
      </p>
      {when !== null && <p className="quiet">{sayMoment(when)}</p>}
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value !== null &&
            value !== undefined && (
              <div key={name} className="fact">
                <dt>{name}</dt>
                <dd className="prose">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <OpinionFiles entryId={entryId} told={told} />
    </li>
  );
};

/** What discipline inspection said: opened when an inspector asks for it, because that is recorded. */
export const EarlierOpinions = ({ entryId }: Readonly<{ entryId: string }>) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const query = useQuery(clearanceOf(entryId, isAsked));
  return (
    <section className="part" aria-labelledby="earlier">
      <h2 id="earlier">{t('clearances.earlier')}</h2>
      <p className="quiet">{t('clearances.earlierLead')}</p>
      {isAsked ? (
        <Answered query={query}>
          {({ items }) => (
            <>
              <p className="note" role="status">
                {t('clearances.shown')}
              </p>
              {items.length === 0 && <p className="quiet">{t('clearances.noEarlier')}</p>}
              <ol className="steps">
                {items.toReversed().map((told) => (
                  <One key={told.clearanceId} entryId={entryId} told={told} />
                ))}
              </ol>
            </>
          )}
        </Answered>
      ) : (
        <Button onClick={() => setAsked(true)}>{t('clearances.show')}</Button>
      )}
    </section>
  );
};
