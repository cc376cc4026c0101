import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { comma, nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';
import { Comparison } from './comparison.tsx';

type Told = Schemas['GetV1EntriesByEntryIdOpinionsAnswer'];
type Version = Schemas['DeclaredVersion'];
type Entry = Schemas['Entry'];

const Facts = ({ told }: Readonly<{ told: Entry }>) => {
  const { t } = useTranslation();
  const leader = nameIn(told.answerableNames[0]);
  const facts = [
    [t('projects.unit'), nameIn(told.nominatorName)],
    [t('projects.branch'), nameIn(told.proposerName)],
    [t('review.leader'), leader],
    [t('projects.task'), told.keyTask],
    [t('projects.due'), told.dueOn === null ? null : sayDay(told.dueOn)],
    [t('review.measures'), told.measures],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== undefined &&
          value !== '' && (
            <div key={name} className="fact">
              <dt>{name}</dt>
              <dd className="prose">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
};

const Differs = ({ last, before }: Readonly<{ last: Version; before: Version }>) => {
  const { t } = useTranslation();
  return (
    <>
      {before.returnReasons.length > 0 && (
        <div className="note">
          {t('review.returnedBefore')}
          <ul>
            {before.returnReasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <p>
        {last.changed.length === 0 ? (
          t('review.same')
        ) : (
          <>
            <strong>{t('review.differs', { count: before.version })}</strong>
            {last.changed.map((part) => t(`project.changedPart.${part}`)).join(comma())}
          </>
        )}
      </p>
      {last.changed.includes('summary') && <Comparison before={before.summary} after={last.summary} />}
    </>
  );
};

/** What is declared, and what differs from the time before. */
export const Declared = ({ told, query }: Readonly<{ told: Entry; query: UseQueryResult<Told> }>) => {
  const { t } = useTranslation();
  return (
    <Part id="declared" title={t('review.declaration')} query={query}>
      {({ versions }) => {
        const last = versions.at(-1);
        const before = versions.at(-2);
        const compared = before !== undefined && last?.changed.includes('summary') === true;
        return (
          <>
            {last !== undefined && (
              <p className="quiet">
                {t('project.version', { count: last.version })} · {sayMoment(last.declaredAt)}
              </p>
            )}
            {last !== undefined && before !== undefined && <Differs last={last} before={before} />}
            {last !== undefined && !compared && <p className="prose">{last.summary}</p>}
            <Facts told={told} />
          </>
        );
      }}
    </Part>
  );
};
