import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { isSecond } from '../rounds/may-do.ts';
import { TextField } from '../../components/text-field.tsx';
import { type Asked, LIST_TOUCHES, type List, type Of, ofEntry } from './shared.ts';

type Proposal = List['proposals'][number];
type Who = Readonly<{ grants: readonly Schemas['Grant'][]; personId: string }>;
type Answering = 'carry-out' | 'reject';

const AnswerProposal = ({
  proposal,
  how,
  onClose,
  ...of
}: Asked & Readonly<{ proposal: Proposal; how: Answering }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Readonly<{ why: string }>, key) => {
      const params = { path: { ...ofEntry(of), proposalId: proposal.proposalId }, header: under(key) };
      return how === 'carry-out'
        ? answerOf(
            api.POST('/v1/rounds/{roundId}/entries/{entryId}/checklist-proposals/{proposalId}/carry-out', {
              ...{ params, body },
            }),
          )
        : answerOf(
            api.POST('/v1/rounds/{roundId}/entries/{entryId}/checklist-proposals/{proposalId}/reject', {
              ...{ params, body },
            }),
          );
    },
    touches: LIST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t(how === 'carry-out' ? 'checklists.carriedOut' : 'rounds.proposals.rejected'));
    },
  });
  return (
    <OrderDialog<Readonly<{ why: string }>>
      title={t(`checklists.act.${proposal.act}`)}
      lead={<p className="prose">{proposal.why}</p>}
      action={t(how === 'carry-out' ? 'rounds.proposals.carryOut' : 'rounds.proposals.reject')}
      isDangerous={how === 'carry-out'}
      order={order}
      onClose={onClose}
    >
      <TextField name="why" label={t('reason')} />
    </OrderDialog>
  );
};

const One = ({ proposal, grants, personId, ...of }: Of & Who & Readonly<{ proposal: Proposal }>) => {
  const { t } = useTranslation();
  const [how, setHow] = useState<Answering>();
  const { act, proposedBy, proposedByName, proposedAt, role, why } = proposal;
  const isOwn = proposedBy === personId;
  const mayCarryOut = !isOwn && isSecond(grants.filter((one) => one.role !== role));
  return (
    <li className="finding">
      <p>
        <strong>{t(`checklists.act.${act}`)}</strong>{' '}
        <span className="quiet">
          {nameIn(proposedByName)} {sayMoment(proposedAt)}
        </span>
      </p>
      <p className="prose">{why}</p>
      <p className="row">
        {mayCarryOut && (
          <Button type="primary" onClick={() => setHow('carry-out')}>
            {t('rounds.proposals.carryOut')}
          </Button>
        )}
        {(isOwn || mayCarryOut) && (
          <Button onClick={() => setHow('reject')}>
            {t(isOwn ? 'rounds.proposals.takeBack' : 'rounds.proposals.reject')}
          </Button>
        )}
      </p>
      {how !== undefined && <AnswerProposal {...of} proposal={proposal} how={how} onClose={() => setHow(undefined)} />}
    </li>
  );
};

/** What one proposed about a list and another carries out or turns down. */
export const ListProposals = ({ list, ...shown }: Of & Who & Readonly<{ list: List }>) => {
  const { t } = useTranslation();
  if (list.proposals.length === 0) return null;
  return (
    <section className="part" aria-labelledby="list-proposals">
      <h2 id="list-proposals">{t('rounds.tab.proposals')}</h2>
      <ul className="check-rows">
        {list.proposals.map((proposal) => (
          <One key={proposal.proposalId} {...shown} proposal={proposal} />
        ))}
      </ul>
    </section>
  );
};
