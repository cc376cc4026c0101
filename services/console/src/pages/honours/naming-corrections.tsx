import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { namingCorrections } from '../../api/questions/honours.ts';
import { sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { Part } from '../../components/part.tsx';
import { useTell } from '../../components/told.tsx';
import { isSecond } from '../rounds/may-do.ts';
import type { Grants } from '../rounds/round-frame.tsx';

type Correction = Schemas['NamingCorrection'];
type Change = Correction['change'];
type Given = Readonly<{ reason: string }>;

const TOUCHES = [['honours'], ['rounds'], ['work']] as const;

/** One unit is to be put on the list, or taken off: proposed here, carried out by somebody else. */
export const ProposeCorrection = ({
  seriesId,
  organizationId,
  name,
  change,
  onClose,
}: Readonly<{ seriesId: string; organizationId: string; name: string; change: Change; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason: why }: Given, key) =>
      answerOf(
        api.POST('/v1/series/{seriesId}/naming/corrections', {
          params: { path: { seriesId }, header: under(key) },
          body: { organizationId, change, why },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('naming.correction.proposed'));
    },
  });
  return (
    <OrderDialog<Given>
      title={t(`naming.correction.of.${change}`, { name })}
      lead={t('naming.correction.lead')}
      action={t('naming.correction.propose')}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

type Answering = Readonly<{ kind: 'carry-out' | 'reject'; correction: Correction }>;

const Answer = ({
  seriesId,
  asked: { kind, correction },
  isMine,
  onClose,
}: Readonly<{ seriesId: string; asked: Answering; isMine: boolean; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { proposalId, change, organizationName, why } = correction;
  const title =
    kind === 'carry-out'
      ? t(`naming.correction.of.${change}`, { name: nameIn(organizationName) ?? t('none') })
      : t(isMine ? 'proposals.takeBack' : 'proposals.reject');
  const order = useOrder({
    send: async ({ reason }: Given, key) => {
      const given = { params: { path: { seriesId, proposalId }, header: under(key) }, body: { why: reason } };
      return answerOf(
        kind === 'carry-out'
          ? api.POST('/v1/series/{seriesId}/naming/corrections/{proposalId}/carry-out', given)
          : api.POST('/v1/series/{seriesId}/naming/corrections/{proposalId}/reject', given),
      );
    },
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t(kind === 'carry-out' ? 'naming.correction.done' : 'proposals.rejected'));
    },
  });
  return (
    <OrderDialog<Given>
      title={title}
      lead={
        <>
          {kind === 'carry-out' && <p>{t('naming.correction.carryOutLead')}</p>}
          <p className="prose">{why}</p>
        </>
      }
      action={kind === 'carry-out' ? t('proposals.carryOut') : title}
      isDangerous={kind === 'carry-out'}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

/** What was put right of the latest list and what is proposed, with the reasons, for whoever oversees. One call. */
export const NamingCorrections = ({
  seriesId,
  grants,
  personId,
}: Readonly<{ seriesId: string; grants: Grants; personId: string }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Answering>();
  return (
    <Part id="corrections" title={t('naming.correction.title')} query={useQuery(namingCorrections(seriesId))}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="quiet">{t('naming.correction.none')}</p>}
          {items.map((correction) => {
            const { proposalId, organizationName, change, state, proposedBy, proposedByName, role } = correction;
            const { proposedAt, why, correctedByName, correctedAt, answer } = correction;
            const isMine = proposedBy === personId;
            return (
              <div key={proposalId} className="note">
                <p>
                  <strong>
                    {t(`naming.correction.of.${change}`, { name: nameIn(organizationName) ?? t('none') })}
                  </strong>
                </p>
                <p>
                  {t('project.by', { name: nameIn(proposedByName) ?? t('none'), role: t(`role.${role}`) })}{' '}
                  <span className="quiet">{sayMoment(proposedAt)}</span>
                </p>
                <p className="prose">{why}</p>
                {state === 'carried-out' && correctedAt !== null ? (
                  <p>
                    {t('naming.correction.by', { name: nameIn(correctedByName) ?? t('none') })}{' '}
                    <span className="quiet">{sayMoment(correctedAt)}</span>
                    <span className="prose"> {answer}</span>
                  </p>
                ) : (
                  <p className="row">
                    {isSecond(grants) && !isMine && (
                      <Button type="primary" onClick={() => setAsked({ kind: 'carry-out', correction })}>
                        {t('proposals.carryOut')}
                      </Button>
                    )}
                    {(isMine || isSecond(grants)) && (
                      <Button onClick={() => setAsked({ kind: 'reject', correction })}>
                        {t(isMine ? 'proposals.takeBack' : 'proposals.reject')}
                      </Button>
                    )}
                    {!isMine && !isSecond(grants) && <span className="quiet">{t('naming.correction.waits')}</span>}
                  </p>
                )}
              </div>
            );
          })}
          {asked !== undefined && (
            <Answer
              seriesId={seriesId}
              asked={asked}
              isMine={asked.correction.proposedBy === personId}
              onClose={() => setAsked(undefined)}
            />
          )}
        </>
      )}
    </Part>
  );
};
