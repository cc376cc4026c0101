import type { QueryKey } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import { sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { isSecond } from './may-do.ts';

export type Answering = 'carry-out' | 'reject';
export type Who = Readonly<{ grants: readonly Schemas['Grant'][]; personId: string }>;

type Proposed = Readonly<{
  proposalId: string;
  proposedBy: string | null;
  proposedByName: Schemas['Name'] | null;
  proposedAt: string;
  role: Schemas['Grant']['role'];
  why: string;
}>;

/** What differs from source to source. */
type Ways<P> = Readonly<{
  /** What becomes of what, in words. */
  what: (proposal: P) => ReactNode;
  /** What stands before who proposed it. */
  about?: (proposal: P) => string;
  /** What stands below why it is proposed, such as its documents. */
  below?: (proposal: P) => ReactNode;
  title: (proposal: P) => string;
  carriedOut: string;
  touches: readonly QueryKey[];
  send: (proposal: P, how: Answering, body: Readonly<{ why: string }>, key: string) => Promise<unknown>;
}>;

type One<P> = Readonly<{ proposal: P; ways: Ways<P> }>;

const AnswerProposal = <P extends Proposed>({
  proposal,
  ways,
  how,
  onClose,
}: One<P> & Readonly<{ how: Answering; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Readonly<{ why: string }>, key) => ways.send(proposal, how, body, key),
    touches: ways.touches,
    onDone: () => {
      onClose();
      tell(how === 'carry-out' ? ways.carriedOut : t('rounds.proposals.rejected'));
    },
  });
  return (
    <OrderDialog<Readonly<{ why: string }>>
      title={ways.title(proposal)}
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

const Shown = <P extends Proposed>({ proposal, ways, grants, personId }: One<P> & Who) => {
  const { t } = useTranslation();
  const [how, setHow] = useState<Answering>();
  const { proposedBy, proposedByName, proposedAt, role, why } = proposal;
  const isOwn = proposedBy === personId;
  const mayCarryOut = !isOwn && isSecond(grants.filter((one) => one.role !== role));
  return (
    <li className="finding">
      <p>
        {ways.what(proposal)}{' '}
        <span className="quiet">
          {[ways.about?.(proposal), nameIn(proposedByName), sayMoment(proposedAt)].filter(Boolean).join(' · ')}
        </span>
      </p>
      <p className="prose">{why}</p>
      {ways.below?.(proposal)}
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
      {how !== undefined && (
        <AnswerProposal proposal={proposal} ways={ways} how={how} onClose={() => setHow(undefined)} />
      )}
    </li>
  );
};

/** What one proposed about an entry's list, claims or values, and another carries out or turns down. */
export const EntryProposals = <P extends Proposed>({
  id,
  proposals,
  ...shown
}: Who & Readonly<{ id: string; proposals: readonly P[]; ways: Ways<P> }>) => {
  const { t } = useTranslation();
  if (proposals.length === 0) return null;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{t('rounds.tab.proposals')}</h2>
      <ul className="check-rows">
        {proposals.map((proposal) => (
          <Shown key={proposal.proposalId} {...shown} proposal={proposal} />
        ))}
      </ul>
    </section>
  );
};
