import '../../look/programmes.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { me } from '../../api/questions/own.ts';
import { Choice } from '../../components/choice.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { nameIn } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { Writing } from './writing.tsx';

const page = getRouteApi('/programmes/new');

/** A committee's own programme: written as a text, looked at while one types, kept as a draft, and adopted. */
export const WriteProgramme = () => {
  const { t } = useTranslation();
  const { committee, begin } = page.useSearch();
  const navigate = page.useNavigate();
  const who = useQuery(me);
  const own = (who.data?.grants ?? []).filter(({ role }) => role === 'committee-officer');
  const committeeId = committee ?? own[0]?.organizationId;
  return (
    <Page
      title={t('programmes.title')}
      lead={t('programmes.lead')}
      actions={<Link to="/editions/new">{t('programmes.toOpening')}</Link>}
    >
      {who.data !== undefined && committeeId === undefined && (
        <EmptyNotice title={t('programmes.notYours')}>{t('programmes.notYoursWhy')}</EmptyNotice>
      )}
      {committeeId !== undefined && own.length > 1 && (
        <Choice
          label={t('programmes.committee')}
          value={committeeId}
          options={own.map(({ organizationId, organizationName }) => ({
            value: organizationId,
            label: nameIn(organizationName) ?? organizationId,
          }))}
          onChoose={(chosen) => void navigate({ search: { committee: chosen, begin } })}
        />
      )}
      {committeeId !== undefined && <Writing key={committeeId} committeeId={committeeId} begin={begin} />}
    </Page>
  );
};
