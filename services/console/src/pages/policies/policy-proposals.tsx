import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { policyProposals } from '../../api/questions/policies.ts';
import { sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { Part } from '../../components/part.tsx';
import { RejectProposal } from '../../components/reject-proposal.tsx';
import { useTell } from '../../components/told.tsx';
import { TOUCHES } from './dialogs.tsx';
import { Lines } from './lines.tsx';

type Proposal = Schemas['PolicyProposal'];
type Person = Schemas['GetV1MeAnswer'];
type Asked = Readonly<{ committeeId: string; proposal: Proposal; onClose: () => void }>;

/** What is proposed, and why. */
const What = ({ proposal }: Readonly<{ proposal: Proposal }>) => {
  const { t } = useTranslation();
  const { act, lines, boundName, year, templateId, why } = proposal;
  return (
    <>
      <p>{t(`policies.acts.${act}`)}</p>
      <Lines lines={lines} />
      {templateId !== null && year !== null && (
        <p>{t('policies.exemption', { name: nameIn(boundName) ?? t('none'), year, template: templateId })}</p>
      )}
      <p className="quiet">{t('reason')}</p>
      <p className="prose">{why}</p>
    </>
  );
};

const pathOf = ({ committeeId, proposal }: Asked) => ({ committeeId, proposalId: proposal.proposalId });

const CarryOut = (asked: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/policies/{committeeId}/proposals/{proposalId}/carry-out', {
          params: { path: pathOf(asked), header: under(key) },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      asked.onClose();
      tell(t('policies.carriedOut'));
    },
  });
  return (
    <OrderDialog
      title={t(`policies.acts.${asked.proposal.act}`)}
      lead={<What proposal={asked.proposal} />}
      action={t('proposals.carryOut')}
      isDangerous
      order={order}
      onClose={asked.onClose}
    />
  );
};

const Reject = ({ isMine, ...asked }: Asked & Readonly<{ isMine: boolean }>) => (
  <RejectProposal
    isMine={isMine}
    send={async (why, key) =>
      answerOf(
        api.POST('/v1/policies/{committeeId}/proposals/{proposalId}/reject', {
          params: { path: pathOf(asked), header: under(key) },
          body: { why },
        }),
      )
    }
    touches={TOUCHES}
    onClose={asked.onClose}
  />
);

/** What waits for its second person: a leader carries it out, or turns it down. */
export const PolicyProposals = ({ committeeId, person }: Readonly<{ committeeId: string; person: Person }>) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Readonly<{ kind: 'carryOut' | 'reject'; proposal: Proposal }>>();
  const onClose = (): void => setOpened(undefined);
  const isSecond = person.grants.some(({ role }) => role === 'committee-leader');
  return (
    <Part id="policy-proposals" title={t('policies.waiting')} query={useQuery(policyProposals(committeeId))}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="quiet">{t('policies.noneWaiting')}</p>}
          {items.map((proposal) => {
            const isMine = proposal.proposedBy === person.personId;
            return (
              <div key={proposal.proposalId} className="note">
                <What proposal={proposal} />
                <p className="quiet">
                  {t('project.by', {
                    name: nameIn(proposal.proposedByName) ?? t('none'),
                    role: t(`role.${proposal.role}`),
                  })}{' '}
                  {sayMoment(proposal.proposedAt)}
                </p>
                {!isSecond && <p className="quiet">{t('policies.waitsFor')}</p>}
                <p className="row">
                  {isSecond && !isMine && (
                    <Button type="primary" onClick={() => setOpened({ kind: 'carryOut', proposal })}>
                      {t('proposals.carryOut')}
                    </Button>
                  )}
                  <Button onClick={() => setOpened({ kind: 'reject', proposal })}>
                    {t(isMine ? 'proposals.takeBack' : 'proposals.reject')}
                  </Button>
                </p>
              </div>
            );
          })}
          {opened?.kind === 'carryOut' && <CarryOut {...{ committeeId, onClose, proposal: opened.proposal }} />}
          {opened?.kind === 'reject' && (
            <Reject
              {...{ committeeId, onClose, proposal: opened.proposal }}
              isMine={opened.proposal.proposedBy === person.personId}
            />
          )}
        </>
      )}
    </Part>
  );
};
