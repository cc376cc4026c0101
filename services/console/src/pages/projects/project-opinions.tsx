import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { sayMoment } from '../../components/dates.ts';
import { Mark, type Tone } from '../../components/mark.tsx';
import { bracketed, comma, nameIn } from '../../components/names.ts';
import { Part } from '../../components/part.tsx';

type Told = Schemas['GetV1EntriesByEntryIdOpinionsAnswer'];
type Opinion = Schemas['EntryOpinion'];

const TONES: Readonly<Record<NonNullable<Opinion['outcome']>, Tone>> = {
  passed: 'good',
  failed: 'bad',
  cleared: 'good',
  blocked: 'bad',
  lifted: 'plain',
};

const Answers = ({ answers }: Readonly<Pick<Opinion, 'answers'>>) => {
  const { t } = useTranslation();
  return (
    <ul>
      {answers.map(({ item, met, explanation }) => (
        <li key={item}>
          <Mark tone={met ? 'good' : 'bad'}>{met ? t('project.met') : t('project.unmet')}</Mark> {item}
          {explanation !== null && <div className="quiet prose">{explanation}</div>}
        </li>
      ))}
    </ul>
  );
};

type Kind = Schemas['Entry']['subjectKind'];

const One = ({ opinion, kindOf }: Readonly<{ opinion: Opinion; kindOf: Kind }>) => {
  const { t } = useTranslation();
  const { kind, outcome, scopes, givenAt, requestedAt, stands, answers } = opinion;
  const when = givenAt ?? requestedAt;
  const reviewer = nameIn(opinion.reviewerName);
  return (
    <li>
      <h3>
        {t(`project.opinionKind.${kind}`)}
        {scopes.length > 0 &&
          bracketed(
            scopes
              .map((scope) => t(scope === 'entry' ? `entryKind.${kindOf}` : `project.scope.${scope}`))
              .join(comma()),
          )}{' '}
        {outcome === null ? (
          <Mark tone="waiting">{t('project.pending')}</Mark>
        ) : (
          <Mark tone={TONES[outcome]}>{t(`project.outcome.${outcome}`)}</Mark>
        )}
      </h3>
      <p className="quiet">
        {[when === null ? undefined : sayMoment(when), reviewer].filter((part) => part !== undefined).join(' · ')}
      </p>
      {!stands && outcome !== null && <p className="quiet">{t('project.superseded')}</p>}
      {answers.length > 0 && <Answers answers={answers} />}
    </li>
  );
};

/** What was found of it: reviews and clearances, the last first. */
export const ProjectOpinions = ({ query, kindOf }: Readonly<{ query: UseQueryResult<Told>; kindOf: Kind }>) => {
  const { t } = useTranslation();
  return (
    <Part id="opinions" title={t('project.opinions')} query={query}>
      {({ opinions }) =>
        opinions.length === 0 ? (
          <p className="quiet">{t('project.noOpinions')}</p>
        ) : (
          <ol className="steps">
            {opinions.toReversed().map((opinion) => (
              <One
                kindOf={kindOf}
                key={`${opinion.kind} ${opinion.version} ${opinion.requestedAt} ${opinion.givenAt}`}
                opinion={opinion}
              />
            ))}
          </ol>
        )
      }
    </Part>
  );
};
