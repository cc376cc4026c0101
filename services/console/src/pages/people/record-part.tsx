import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { Day } from '../../components/day.tsx';
import { Mark } from '../../components/mark.tsx';
import { nameIn } from '../../components/names.ts';

type Record = Schemas['PersonRecord'];

/** What is recorded of somebody; numbers are opened by a click, for whoever looks over one's shoulder. */
export const RecordPart = ({ record }: Readonly<{ record: Record }>) => {
  const { t } = useTranslation();
  const said = (text: string): string => (text === '' ? t('people.notSaid') : text);
  return (
    <section className="part" aria-labelledby="record">
      <h2 id="record">{t('people.record')}</h2>
      <dl className="facts">
        <dt>{t('people.organization')}</dt>
        <dd>
          <Link to="/organizations/$organizationId" params={{ organizationId: record.organizationId }}>
            {nameIn(record.organizationName) ?? t('none')}
          </Link>
        </dd>
        <dt>{t('people.stage')}</dt>
        <dd>
          {t(`people.stages.${record.stage}`)}
          {record.held && (
            <>
              {' '}
              <Mark tone="waiting">{t('people.held')}</Mark>
            </>
          )}
        </dd>
        {record.stageSince !== null && (
          <>
            <dt>{t('people.stageSince')}</dt>
            <dd>
              <Day day={record.stageSince} />
            </dd>
          </>
        )}
        {record.probationEndsOn !== null && (
          <>
            <dt>{t('people.probationEndsOn')}</dt>
            <dd>
              <Day day={record.probationEndsOn} />
              {record.probationExtended && ` ${t('people.extended')}`}
            </dd>
          </>
        )}
      </dl>
      <details className="more-fields">
        <summary>{t('people.personal')}</summary>
        <dl className="facts">
          <dt>{t('people.idNumber')}</dt>
          <dd>{said(record.idNumber)}</dd>
          <dt>{t('people.phone')}</dt>
          <dd>{said(record.phone)}</dd>
          <dt>{t('people.birthDate')}</dt>
          <dd>{record.birthDate === null ? t('people.notSaid') : <Day day={record.birthDate} />}</dd>
          <dt>{t('people.sex')}</dt>
          <dd>{record.sex === null ? t('people.notSaid') : t(`people.sexes.${record.sex}`)}</dd>
        </dl>
      </details>
    </section>
  );
};
