import '../../look/operations.css';
import '../../look/people.css';
import '../../look/planning.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { nowMs } from '../../api/platform-clock.ts';
import { webhookDeliveries, webhooks } from '../../api/questions/webhooks.ts';
import { Answered } from '../../components/answered.tsx';
import { Missing } from '../../components/astray.tsx';
import { sayExactly, sayMoment } from '../../components/dates.ts';
import { saidOf } from '../../components/facts.ts';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Mark, type Tone } from '../../components/mark.tsx';
import { comma } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { OperationsTabs } from '../operations/operations-tabs.tsx';
import { type Secret, SecretDialog } from './secret-dialog.tsx';
import { shortOf } from './told-facts.ts';
import { type Act, WebhookAct } from './webhook-dialogs.tsx';
import { WebhookState } from './webhook-state.tsx';

type Webhook = Schemas['Webhook'];
type Delivery = Schemas['Delivery'];

const page = getRouteApi('/operations/webhooks/$webhookId');
const TONES: Readonly<Record<Delivery['state'], Tone>> = {
  queued: 'waiting',
  sent: 'good',
  failed: 'bad',
  skipped: 'plain',
};

const useColumns = (): readonly Column<Delivery>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'what',
      title: t('webhooks.told'),
      isHead: true,
      cell: ({ fact, sort }) =>
        sort === 'test' || fact === null ? t('operations.sort.test') : t(`event.${saidOf(shortOf(fact))}`),
    },
    {
      key: 'state',
      title: t('operations.standing'),
      cell: ({ state, failure, nextTryAt }) => (
        <>
          <Mark tone={TONES[state]}>{t(`operations.state.${state}`)}</Mark>
          {failure !== null && <div>{t(`webhooks.failure.${failure}`)}</div>}
          {state === 'queued' && nextTryAt !== null && failure !== null && (
            <div className="quiet">{t('webhooks.nextTry', { at: sayMoment(nextTryAt) })}</div>
          )}
        </>
      ),
    },
    { key: 'tries', title: t('operations.tries'), isNumber: true, cell: ({ tries }) => tries },
    {
      key: 'at',
      title: t('operations.began'),
      cell: ({ createdAt }) => sayExactly(createdAt),
    },
  ];
};

const Deliveries = ({ webhookId }: Readonly<{ webhookId: string }>) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(webhookDeliveries(webhookId));
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  return (
    <section className="part" aria-labelledby="deliveries">
      <h2 id="deliveries">{t('webhooks.deliveries')}</h2>
      {query.isPending && <Loading />}
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && <p className="quiet">{t('webhooks.noDeliveries')}</p>}
      {rows.some(({ state }) => state === 'failed') && (
        <p className="note">
          {t('webhooks.mend')} <Link to="/operations/deliveries">{t('operations.deliveries')}</Link>
        </p>
      )}
      {rows.length > 0 && (
        <ListTable
          label={t('webhooks.deliveries')}
          columns={columns}
          rows={rows}
          keyOf={({ deliveryId }) => deliveryId}
        />
      )}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()}>{t('more', { count: 50 })}</Button>}
    </section>
  );
};

const Facts = ({ webhook }: Readonly<{ webhook: Webhook }>) => {
  const { t } = useTranslation();
  return (
    <dl className="facts">
      <dt>{t('webhooks.address')}</dt>
      <dd className="code">{webhook.address}</dd>
      <dt>{t('operations.standing')}</dt>
      <dd>
        <WebhookState webhook={webhook} />
        {webhook.reason !== null && <div className="quiet">{webhook.reason}</div>}
      </dd>
      <dt>{t('webhooks.facts')}</dt>
      <dd>{webhook.facts.map((fact) => t(`event.${saidOf(shortOf(fact))}`)).join(comma())}</dd>
      <dt>{t('webhooks.registeredAt')}</dt>
      <dd>{sayMoment(webhook.registeredAt)}</dd>
      {webhook.formerSecretUntil !== null && Date.parse(webhook.formerSecretUntil) > nowMs() && (
        <>
          <dt>{t('webhooks.secret')}</dt>
          <dd>{t('webhooks.formerUntil', { at: sayMoment(webhook.formerSecretUntil) })}</dd>
        </>
      )}
    </dl>
  );
};

const Shown = ({ webhook }: Readonly<{ webhook: Webhook }>) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [act, setAct] = useState<Act>();
  const [secret, setSecret] = useState<Secret>();
  const acts: readonly Act[] = ['test', webhook.state === 'active' ? 'pause' : 'resume', 'rename', 'rotate', 'remove'];
  return (
    <Page title={webhook.name} actions={<Link to="/operations/webhooks">{t('webhooks.toList')}</Link>}>
      <OperationsTabs />
      {webhook.state === 'disabled' && <p className="note">{t('webhooks.disabledLead')}</p>}
      <section className="part" aria-labelledby="facts">
        <h2 id="facts">{t('webhooks.atAGlance')}</h2>
        <Facts webhook={webhook} />
        <div className="row">
          {acts.map((each) => (
            <Button
              key={each}
              type={each === 'test' ? 'primary' : 'default'}
              danger={each === 'remove'}
              onClick={() => setAct(each)}
            >
              {t(`webhooks.act.${each}`)}…
            </Button>
          ))}
        </div>
      </section>
      <Deliveries webhookId={webhook.webhookId} />
      {act !== undefined && (
        <WebhookAct
          webhook={webhook}
          act={act}
          onSecret={setSecret}
          onRemoved={() => void navigate({ to: '/operations/webhooks' })}
          onClose={() => setAct(undefined)}
        />
      )}
      {secret !== undefined && <SecretDialog shown={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
};

/** One other system: how it stands, what became of what it was told, and what an operator does about it. Three calls. */
export const WebhookPage = () => {
  const { webhookId } = page.useParams();
  return (
    <Answered query={useQuery(webhooks)}>
      {({ items }) => {
        const webhook = items.find((one) => one.webhookId === webhookId);
        return webhook === undefined ? <Missing /> : <Shown webhook={webhook} />;
      }}
    </Answered>
  );
};
