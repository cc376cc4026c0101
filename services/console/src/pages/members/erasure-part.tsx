import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import type { Person } from './membership-acts.ts';
import { usePersonAct } from './use-person-act.ts';

type Act = 'hold' | 'release' | 'ask' | 'withdraw' | 'confirm';
type Reason = Readonly<{ reason: string }>;

const send = async (act: Act, personId: string, { reason }: Reason, key: string): Promise<unknown> => {
  const params = { path: { personId }, header: under(key) };
  const body = { reason };
  switch (act) {
    case 'hold':
    case 'release':
      return answerOf(api.POST('/v1/people/{personId}/legal-hold', { params, body: { held: act === 'hold', reason } }));
    case 'ask':
      return answerOf(api.POST('/v1/people/{personId}/erasure-request', { params, body }));
    case 'withdraw':
      return answerOf(api.POST('/v1/people/{personId}/erasure-request/withdraw', { params, body }));
    case 'confirm':
      return answerOf(api.POST('/v1/people/{personId}/erasure', { params }));
  }
};

const ErasureDialog = ({ person, act, onClose }: Readonly<{ person: Person; act: Act; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = usePersonAct<Reason>(async (given, key) => send(act, person.personId, given, key), onClose);
  return (
    <OrderDialog<Reason>
      title={t(`members.erasure.${act}`)}
      lead={t(`members.erasureLead.${act}`)}
      action={t(`members.erasure.${act}`)}
      isDangerous={act === 'confirm'}
      order={order}
      onClose={onClose}
    >
      {act !== 'confirm' && <ReasonField />}
    </OrderDialog>
  );
};

/** Personal data are erased by two officers, unless they are held. */
export const ErasurePart = ({ person }: Readonly<{ person: Person }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Act>();
  const acts: readonly Act[] = [
    ...(person.erasureRequested ? (['confirm', 'withdraw'] as const) : (['ask'] as const)),
    person.held ? 'release' : 'hold',
  ];
  return (
    <details className="part">
      <summary>{t('members.erasureTitle')}</summary>
      <p className="quiet">{t('members.erasureAbout')}</p>
      {person.erasureRequested && (
        <div className="note">
          {t('members.erasureAskedBy', { name: nameIn(person.erasureRequestedByName) ?? '' })}
          <p className="prose">{t('members.why', { why: person.erasureWhy ?? '' })}</p>
        </div>
      )}
      <div className="row">
        {acts.map((act) => (
          <Button key={act} danger={act === 'confirm'} onClick={() => setAsked(act)}>
            {t(`members.erasure.${act}`)}
          </Button>
        ))}
      </div>
      {asked !== undefined && <ErasureDialog person={person} act={asked} onClose={() => setAsked(undefined)} />}
    </details>
  );
};
