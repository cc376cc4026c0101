import '../../look/operations.css';
import '../../look/people.css';
import '../../look/planning.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { webhooks } from '../../api/questions/webhooks.ts';
import { Answered } from '../../components/answered.tsx';
import { EmptyNotice } from '../../components/empty-notice.tsx';
import { type Column, ListTable } from '../../components/list-table.tsx';
import { Page } from '../../components/page.tsx';
import { OperationsTabs } from '../operations/operations-tabs.tsx';
import { type Secret, SecretDialog } from './secret-dialog.tsx';
import { RegisterWebhook } from './webhook-dialogs.tsx';
import { WebhookState } from './webhook-state.tsx';

type Webhook = Schemas['Webhook'];

const useColumns = (): readonly Column<Webhook>[] => {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('webhooks.name'),
      isHead: true,
      cell: ({ webhookId, name, address }) => (
        <>
          <Link to="/operations/webhooks/$webhookId" params={{ webhookId }}>
            {name}
          </Link>
          <div className="quiet code">{address}</div>
        </>
      ),
    },
    { key: 'state', title: t('operations.standing'), cell: (webhook) => <WebhookState webhook={webhook} /> },
    { key: 'facts', title: t('webhooks.facts'), isNumber: true, cell: ({ facts }) => facts.length },
    { key: 'waiting', title: t('webhooks.waiting'), isNumber: true, cell: ({ waiting }) => waiting },
    { key: 'parked', title: t('webhooks.parked'), isNumber: true, cell: ({ parked }) => parked },
  ];
};

/** The other systems that are told of facts, and how each stands. Two calls. */
export const Webhooks = () => {
  const { t } = useTranslation();
  const columns = useColumns();
  const [isRegistering, setRegistering] = useState(false);
  const [secret, setSecret] = useState<Secret>();
  const register = (
    <Button type="primary" onClick={() => setRegistering(true)}>
      {t('webhooks.register')}
    </Button>
  );
  return (
    <Page title={t('webhooks.title')} lead={t('webhooks.about')} actions={register}>
      <OperationsTabs />
      <Answered query={useQuery(webhooks)}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('webhooks.emptyTitle')}>{t('webhooks.empty')}</EmptyNotice>
          ) : (
            <ListTable
              label={t('webhooks.title')}
              columns={columns}
              rows={items}
              keyOf={({ webhookId }) => webhookId}
            />
          )
        }
      </Answered>
      {isRegistering && <RegisterWebhook onSecret={setSecret} onClose={() => setRegistering(false)} />}
      {secret !== undefined && <SecretDialog shown={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
};
