import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayDay, sayMoment } from '../../components/dates.ts';
import { nameIn } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { isSecond } from '../rounds/may-do.ts';
import { type Asked, MEASURE_TOUCHES, type Measures, type Of, sourceName, unitOf } from './shared.ts';

type Proposal = Measures['proposals'][number];
type Who = Readonly<{ grants: readonly Schemas['Grant'][]; personId: string }>;
type Answering = 'carry-out' | 'reject';

const AnswerProposal = ({
  proposal,
  how,
  onClose,
  roundId,
  entryId,
}: Asked & Readonly<{ proposal: Proposal; how: Answering }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { proposalId, sourceId } = proposal;
  const order = useOrder({
    send: async (body: Readonly<{ why: string }>, key) => {
      const params = { path: { roundId, entryId, sourceId, proposalId }, header: under(key) };
      return how === 'carry-out'
        ? answerOf(
            api.POST('/v1/rounds/{roundId}/entries/{entryId}/measures/{sourceId}/proposals/{proposalId}/carry-out', {
              ...{ params, body },
            }),
          )
        : answerOf(
            api.POST('/v1/rounds/{roundId}/entries/{entryId}/measures/{sourceId}/proposals/{proposalId}/reject', {
              ...{ params, body },
            }),
          );
    },
    touches: MEASURE_TOUCHES,
    onDone: () => {
      onClose();
      tell(t(how === 'carry-out' ? 'measures.changed' : 'rounds.proposals.rejected'));
    },
  });
  return (
    <OrderDialog<Readonly<{ why: string }>>
      title={t('measures.settle')}
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

const One = ({
  proposal,
  told,
  grants,
  personId,
  ...of
}: Of & Who & Readonly<{ proposal: Proposal; told: Measures }>) => {
  const { t } = useTranslation();
  const [how, setHow] = useState<Answering>();
  const { sourceId, attempt, asked, value, dayOf, because, origin, proposedBy, proposedByName, proposedAt, role, why } =
    proposal;
  const isOwn = proposedBy === personId;
  const mayCarryOut = !isOwn && isSecond(grants.filter((one) => one.role !== role));
  const source = told.sources.find((one) => one.sourceId === sourceId);
  const becomes =
    asked === 'none'
      ? t('measures.asked.none')
      : [`${value ?? ''} ${unitOf(source?.unit ?? '', t)}`, ...(dayOf === null ? [] : [sayDay(dayOf)])].join(' · ');
  return (
    <li className="finding">
      <p>
        <strong>
          {source === undefined ? sourceId : sourceName(source)} · {t('measures.attempt', { attempt })}
        </strong>{' '}
        → {becomes}{' '}
        <span className="quiet">
          {[t(`measures.becauses.${because}`), origin, nameIn(proposedByName), sayMoment(proposedAt)]
            .filter((part) => part !== null && part !== undefined)
            .join(' · ')}
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

/** What one proposed about a value and another carries out or turns down. */
export const MeasureProposals = ({ told, ...shown }: Of & Who & Readonly<{ told: Measures }>) => {
  const { t } = useTranslation();
  if (told.proposals.length === 0) return null;
  return (
    <section className="part" aria-labelledby="measure-proposals">
      <h2 id="measure-proposals">{t('rounds.tab.proposals')}</h2>
      <ul className="check-rows">
        {told.proposals.map((proposal) => (
          <One key={proposal.proposalId} {...shown} told={told} proposal={proposal} />
        ))}
      </ul>
    </section>
  );
};
