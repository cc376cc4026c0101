import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { organizationOn } from '../../api/questions/organizations.ts';
import { Answered } from '../../components/answered.tsx';
import { today } from '../../components/dates.ts';
import { DayField } from '../../components/day-field.tsx';
import { comma, either, nameIn } from '../../components/names.ts';

const On = ({ organizationId, on }: Readonly<{ organizationId: string; on: string }>) => {
  const { t } = useTranslation();
  return (
    <Answered query={useQuery(organizationOn(organizationId, on))}>
      {(then) => (
        <dl className="facts">
          <dt>{t('organizations.name')}</dt>
          <dd>{either(then.nameZh, then.nameEn)}</dd>
          <dt>{t('organizations.state')}</dt>
          <dd>{t(`organizations.condition.${then.condition}`)}</dd>
          <dt>{t('organization.above')}</dt>
          <dd>
            {then.above
              .map(({ nameZh, nameEn }) => (nameZh === null ? t('organization.notTold') : either(nameZh, nameEn)))
              .join(' › ') || t('none')}
          </dd>
          <dt>{t('organization.officers')}</dt>
          <dd>
            {then.officers
              .map(
                ({ personName, office }) => `${nameIn(personName) ?? t('people.unnamed')}（${t(`offices.${office}`)}）`,
              )
              .join(comma()) || t('organization.noOfficers')}
          </dd>
        </dl>
      )}
    </Answered>
  );
};

/** What it was on a day, by what is known today; the day stands in the address. */
export const DayPart = ({
  organizationId,
  on,
  onDay,
}: Readonly<{ organizationId: string; on: string | undefined; onDay: (on: string | undefined) => void }>) => {
  const { t } = useTranslation();
  return (
    <section className="part" aria-labelledby="on">
      <h2 id="on">{t('organization.onDay')}</h2>
      <p className="quiet">{t('organization.onDayLead')}</p>
      <div className="filters">
        <DayField label={t('organization.day')} value={on} max={today()} onChange={onDay} />
      </div>
      {on !== undefined && <On organizationId={organizationId} on={on} />}
    </section>
  );
};
