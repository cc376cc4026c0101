import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import { caseProposals, rejectProposal, sendReopening, sendSettling } from '../../api/questions/cases.ts';
import { Answered } from '../../components/answered.tsx';
import { sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

type Summary = Schemas['ObjectionSummary'];
type Proposal = Schemas['ActProposal'];
type About = Proposal & Readonly<{ act: 'SettleObjection' | 'ReopenObjection' }>;
type Given = Readonly<{ reason: string }>;

const isAbout =
  (objectionId: string) =>
  (proposal: Proposal): proposal is About => {
    const { act, terms } = proposal;
    if (act !== 'SettleObjection' && act !== 'ReopenObjection') return false;
    return (
      typeof terms === 'object' && terms !== null && 'objectionId' in terms && terms['objectionId'] === objectionId
    );
  };

type Of = Readonly<{ summary: Summary; proposal: About; onClose: () => void }>;

const CarryOut = ({ summary, proposal, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { objectionId, entryId } = summary;
  const { proposalId, act } = proposal;
  const order = useOrder({
    send: async ({ reason }: Given, key): Promise<unknown> =>
      act === 'ReopenObjection'
        ? sendReopening(objectionId, { proposalId, why: reason }, key)
        : sendSettling(objectionId, { outcome: 'upheld-remove', answer: reason, proposalId }, key),
    touches: [['case-proposals'], ['entries'], ['entry', entryId], ['work'], ['public']],
    onDone: () => {
      tell(t('cases.carriedOut'));
      onClose();
    },
  });
  return (
    <OrderDialog<Given>
      title={t(`cases.act.${act}`)}
      lead={
        <>
          <p>{t('cases.carryOutLead')}</p>
          <p className="prose note">{proposal.why}</p>
        </>
      }
      action={t('cases.carryOut')}
      isDangerous={act === 'SettleObjection'}
      // The answer that the objector is given is what was proposed, unless it is written anew.
      first={act === 'SettleObjection' ? { reason: proposal.why } : {}}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

const Reject = ({ summary, proposal, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Given, key) => rejectProposal(summary.entryId, proposal.proposalId, reason, key),
    touches: [['case-proposals'], ['entry', summary.entryId], ['work']],
    onDone: () => {
      tell(t('cases.rejected'));
      onClose();
    },
  });
  return (
    <OrderDialog<Given>
      title={t('cases.reject')}
      lead={<p>{t('cases.rejectLead')}</p>}
      action={t('cases.reject')}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

const One = ({ summary, proposal }: Readonly<{ summary: Summary; proposal: About }>) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState<'carry-out' | 'reject' | null>(null);
  const close = (): void => setOpen(null);
  const name = nameIn(proposal.proposedByName) ?? t('none');
  const said = { name, role: t(`role.${proposal.role}`), date: sayMoment(proposal.proposedAt) };
  return (
    <li>
      <h3>{t(`cases.act.${proposal.act}`)}</h3>
      <p className="quiet">{t('cases.proposedBy', said)}</p>
      <p className="prose">{proposal.why}</p>
      <p className="row">
        <Button type="primary" onClick={() => setOpen('carry-out')}>
          {t('cases.carryOut')}
        </Button>
        <Button onClick={() => setOpen('reject')}>{t('cases.reject')}</Button>
      </p>
      {open === 'carry-out' && <CarryOut summary={summary} proposal={proposal} onClose={close} />}
      {open === 'reject' && <Reject summary={summary} proposal={proposal} onClose={close} />}
    </li>
  );
};

/** What the other office proposed about an objection, to be carried out or turned down here; read on record. */
export const CaseProposals = ({ summary }: Readonly<{ summary: Summary }>) => {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const query = useQuery(caseProposals(summary.editionId, isAsked));
  return (
    <section className="part" aria-labelledby="proposals">
      <h2 id="proposals">{t('cases.proposals')}</h2>
      {isAsked ? (
        <Answered query={query}>
          {({ items }) => {
            const about = items.filter(isAbout(summary.objectionId));
            if (about.length === 0) return <p className="quiet">{t('cases.noProposals')}</p>;
            return (
              <ol className="steps">
                {about.map((proposal) => (
                  <One key={proposal.proposalId} summary={summary} proposal={proposal} />
                ))}
              </ol>
            );
          }}
        </Answered>
      ) : (
        <>
          <p className="quiet">{t('cases.proposalsLead')}</p>
          <Button onClick={() => setAsked(true)}>{t('cases.showProposals')}</Button>
        </>
      )}
    </section>
  );
};
