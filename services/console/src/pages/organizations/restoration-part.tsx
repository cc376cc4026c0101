import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import type { Organization } from './organization-acts.ts';
import { useAct } from './use-act.ts';

type Reason = Readonly<{ reason: string }>;
type Asked = Readonly<{ act: 'propose' | 'carryOut' | 'reject'; proposalId: string }>;

const RestoreDialog = ({
  one,
  asked: { act, proposalId },
  onClose,
}: Readonly<{ one: Organization; asked: Asked; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = useAct(async (body: Reason, key): Promise<unknown> => {
    const { organizationId } = one;
    const header = under(key);
    if (act === 'propose')
      return answerOf(
        api.POST('/v1/organizations/{organizationId}/restorations', {
          params: { path: { organizationId }, header },
          body,
        }),
      );
    const params = { path: { organizationId, proposalId }, header };
    return act === 'carryOut'
      ? answerOf(api.POST('/v1/organizations/{organizationId}/restorations/{proposalId}/carry-out', { params }))
      : answerOf(api.POST('/v1/organizations/{organizationId}/restorations/{proposalId}/reject', { params, body }));
  }, onClose);
  return (
    <OrderDialog<Reason>
      title={t(`organization.restore.${act}`)}
      lead={t(`organization.restore.${act}Lead`)}
      action={t(`organization.restore.${act}`)}
      order={order}
      onClose={onClose}
    >
      {act !== 'carryOut' && <ReasonField />}
    </OrderDialog>
  );
};

/** What was dissolved is given back by two persons of two roles. */
export const RestorationPart = ({ one, mine }: Readonly<{ one: Organization; mine: string }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>();
  return (
    <section className="part" aria-labelledby="restoration">
      <h2 id="restoration">{t('organization.restore.title')}</h2>
      <p className="quiet">{t('organization.restore.lead')}</p>
      <ul className="bare">
        {one.restorations.map(({ proposalId, proposedBy, proposedByName, role, proposedAt, why }) => (
          <li key={proposalId}>
            {t('organization.restore.by', {
              name: nameIn(proposedByName) ?? t(`role.${role}`),
              at: sayMoment(proposedAt),
            })}
            {why !== '' && <p className="prose">{t('members.why', { why })}</p>}
            <p className="row">
              {proposedBy !== mine && (
                <Button type="primary" onClick={() => setAsked({ act: 'carryOut', proposalId })}>
                  {t('organization.restore.carryOut')}
                </Button>
              )}
              <Button onClick={() => setAsked({ act: 'reject', proposalId })}>
                {t('organization.restore.reject')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      {one.restorations.length === 0 && (
        <Button onClick={() => setAsked({ act: 'propose', proposalId: '' })}>
          {t('organization.restore.propose')}
        </Button>
      )}
      {asked !== undefined && <RestoreDialog one={one} asked={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
};
