import '../../look/campaigns.css';
import '../../look/planning.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nextOf } from '../../api/questions/campaigns.ts';
import { Answered } from '../../components/answered.tsx';
import { Page } from '../../components/page.tsx';
import { Opening } from './opening-form.tsx';

const page = getRouteApi('/editions/$editionId/next');

/** The next edition, filled in after an earlier one, with every problem told before it is sent. */
export const NextEdition = () => {
  const { t } = useTranslation();
  const { editionId } = page.useParams();
  return (
    <Page
      title={t('campaigns.openNext')}
      lead={t('campaigns.nextLead')}
      actions={
        <Link to="/editions/$editionId" params={{ editionId }}>
          {t('campaigns.toEdition')}
        </Link>
      }
    >
      <Answered query={useQuery(nextOf(editionId))}>
        {(copy) => <Opening subjectId={editionId} copy={copy} title={t('campaigns.openNext')} />}
      </Answered>
    </Page>
  );
};
