import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { myPlans } from '../../api/questions/promises.ts';
import { Answered } from '../../components/answered.tsx';
import { sayDeadline } from '../../components/dates.ts';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { Mark } from '../../components/mark.tsx';
import { colon, either } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { MilestoneSteps } from '../planning/milestones.tsx';
import { PromiseDialog } from './promise-dialog.tsx';

type Plan = Schemas['MyPlan'];

const TONES = { brought: 'good', awaited: 'waiting', overdue: 'bad' } as const;

const Until = ({ mayPlan, mayDeliver, planUntil, deliverUntil }: Plan) => {
  const { t } = useTranslation();
  return (
    <p className="quiet">
      {mayPlan && planUntil !== null && t('promises.planUntil', { until: sayDeadline(planUntil) })}
      {mayDeliver && deliverUntil !== null && t('promises.deliverUntil', { until: sayDeadline(deliverUntil) })}
      {!mayPlan && !mayDeliver && t('promises.closed')}
    </p>
  );
};

const Promised = ({ plan, onWrite }: Readonly<{ plan: Plan; onWrite: () => void }>) => {
  const { t } = useTranslation();
  const { entryId, editionZh, editionEn, title, brought, milestones, mayPlan, mayDeliver } = plan;
  const edition = either(editionZh, editionEn);
  const action = t(milestones.length === 0 ? 'promises.write' : 'promises.amend');
  return (
    <section className="part" aria-labelledby={`of-${entryId}`}>
      <h2 id={`of-${entryId}`}>{edition}</h2>
      <p>
        {title} <Mark tone={TONES[brought]}>{t(`promises.${brought}`)}</Mark>
      </p>
      <Until {...plan} />
      {milestones.length === 0 && <p>{t('promises.nothing')}</p>}
      <MilestoneSteps entryId={entryId} milestones={milestones} mayTurn={mayDeliver} />
      {mayPlan && (
        <p className="row">
          <Button type="primary" onClick={onWrite} aria-label={`${action}${colon()}${title}`}>
            {action}
          </Button>
        </p>
      )}
    </section>
  );
};

/** What one promises oneself, and for the organizations that one speaks for: written while the stage is open, then reported. One call. */
export const MyPromises = () => {
  const { t } = useTranslation();
  const [written, setWritten] = useState<Plan>();
  return (
    <Page title={t('promises.title')} lead={t('promises.lead')}>
      <Answered query={useQuery(myPlans)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('promises.noneTitle')}>{t('promises.none')}</EmptyNotice>
          ) : (
            items.map((plan) => <Promised key={plan.entryId} plan={plan} onWrite={() => setWritten(plan)} />)
          )
        }
      </Answered>
      {written !== undefined && <PromiseDialog plan={written} onClose={() => setWritten(undefined)} />}
    </Page>
  );
};
