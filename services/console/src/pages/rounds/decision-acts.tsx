import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { sayDeadline } from '../../components/dates.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import { ANNULMENT_REASONS } from './reasons.ts';

type Asked = Readonly<{ roundId: string; decisionId: string }>;
type Told = Readonly<{ why: string }>;

const TOUCHES = [['rounds'], ['work'], ['honours'], ['public']] as const;

/** Each member who was there, for himself: what he attests stands above the button. */
export const Attest = ({ roundId, decisionId }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/decisions/{decisionId}/attestations', {
          params: { path: { roundId, decisionId }, header: under(key) },
        }),
      ),
    touches: TOUCHES,
    onDone: ({ inForce }) => tell(t(inForce ? 'rounds.decision.inForce' : 'rounds.decision.attested')),
  });
  return (
    <>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate({})} />}
      <p>{t('rounds.decision.attestLead')}</p>
      <Button type="primary" loading={order.isPending} onClick={() => order.mutate({})}>
        {t('rounds.decision.attest')}
      </Button>
    </>
  );
};

type Above = Readonly<{ superiorReason: string }>;

/** Once a unit is late the office above publishes in its place, and says why. */
export const PublishForUnit = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [asks, setAsks] = useState(false);
  const order = useOrder({
    send: async (body: Above, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/proposal-notice', {
          params: { path: { roundId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: ({ endsAt }) => {
      setAsks(false);
      tell(t('rounds.decision.published', { date: sayDeadline(endsAt) }));
    },
  });
  return (
    <>
      <p>{t('rounds.parts.publishForLead')}</p>
      <Button onClick={() => setAsks(true)}>{t('rounds.parts.publishFor')}</Button>
      {asks && (
        <OrderDialog<Above>
          title={t('rounds.parts.publishFor')}
          lead={t('rounds.decision.publishLead')}
          action={t('rounds.decision.publish')}
          order={order}
          onClose={() => setAsks(false)}
        >
          <ReasonField name="superiorReason" />
        </OrderDialog>
      )}
    </>
  );
};

/** Whom the decision proposes becomes public, all together, for the days that the template asks for. */
export const PublishProposed = ({ roundId }: Readonly<{ roundId: string }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (_given: object, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/proposal-notice', {
          params: { path: { roundId }, header: under(key) },
          body: {},
        }),
      ),
    touches: TOUCHES,
    onDone: ({ endsAt }) => tell(t('rounds.decision.published', { date: sayDeadline(endsAt) })),
  });
  return (
    <>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate({})} />}
      <p>{t('rounds.decision.publishLead')}</p>
      <Button type="primary" loading={order.isPending} onClick={() => order.mutate({})}>
        {t('rounds.decision.publish')}
      </Button>
    </>
  );
};

/** Minutes that nobody is bound by yet are taken back by whoever records them. */
export const WithdrawMinutes = ({ roundId, decisionId }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [asks, setAsks] = useState(false);
  const order = useOrder({
    send: async (body: Told, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/decisions/{decisionId}/withdrawal', {
          params: { path: { roundId, decisionId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      setAsks(false);
      tell(t('rounds.decision.withdrawn'));
    },
  });
  return (
    <>
      <Button onClick={() => setAsks(true)}>{t('rounds.decision.withdraw')}</Button>
      {asks && (
        <OrderDialog<Told>
          title={t('rounds.decision.withdraw')}
          lead={t('rounds.decision.withdrawLead')}
          action={t('rounds.decision.withdraw')}
          isDangerous
          order={order}
          onClose={() => setAsks(false)}
        >
          <ReasonField name="why" />
        </OrderDialog>
      )}
    </>
  );
};

type Annulment = Pick<Schemas['PostV1RoundsByRoundIdAnnulmentProposalsBody'], 'reason' | 'why'>;

/** A decision in force is undone by two persons: here one proposes. */
export const ProposeAnnulment = ({ roundId, decisionId }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const [asks, setAsks] = useState(false);
  const order = useOrder({
    send: async (given: Annulment, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/annulment-proposals', {
          params: { path: { roundId }, header: under(key) },
          body: { ...given, decisionId },
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      setAsks(false);
      tell(t('rounds.decision.annulProposed'));
    },
  });
  return (
    <>
      <Button onClick={() => setAsks(true)}>{t('rounds.decision.proposeAnnul')}</Button>
      {asks && (
        <OrderDialog<Annulment>
          title={t('rounds.decision.proposeAnnul')}
          lead={t('rounds.decision.proposeAnnulLead')}
          action={t('rounds.proposals.send')}
          isDangerous
          order={order}
          onClose={() => setAsks(false)}
        >
          <SelectField
            name="reason"
            label={t('rounds.proposals.reason')}
            options={ANNULMENT_REASONS.map((value) => ({ value, label: t(`rounds.reason.${value}`) }))}
          />
          <ReasonField name="why" />
        </OrderDialog>
      )}
    </>
  );
};

type Proposed = Readonly<{ roundId: string; proposalId: string }>;

const Annul = ({ roundId, proposalId, onClose }: Proposed & Readonly<{ onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Told, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/annulment-proposals/{proposalId}/annulment', {
          params: { path: { roundId, proposalId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('rounds.decision.annulled'));
    },
  });
  return (
    <OrderDialog<Told>
      title={t('rounds.decision.annul')}
      lead={t('rounds.decision.annulLead')}
      action={t('rounds.decision.annul')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <ReasonField name="why" />
    </OrderDialog>
  );
};

const Reject = ({ roundId, proposalId, onClose }: Proposed & Readonly<{ onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async (body: Told, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/annulment-proposals/{proposalId}/rejection', {
          params: { path: { roundId, proposalId }, header: under(key) },
          body,
        }),
      ),
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('rounds.proposals.rejected'));
    },
  });
  return (
    <OrderDialog<Told>
      title={t('rounds.proposals.reject')}
      action={t('rounds.proposals.reject')}
      order={order}
      onClose={onClose}
    >
      <ReasonField name="why" />
    </OrderDialog>
  );
};

/** The second person carries a proposed annulment out, or it is turned down or taken back. */
export const AnswerAnnulment = ({ mayCarryOut, ...proposed }: Proposed & Readonly<{ mayCarryOut: boolean }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'annul' | 'reject'>();
  const close = (): void => setAsked(undefined);
  return (
    <div className="row">
      {mayCarryOut && (
        <Button danger onClick={() => setAsked('annul')}>
          {t('rounds.decision.annul')}
        </Button>
      )}
      <Button onClick={() => setAsked('reject')}>{t('rounds.proposals.reject')}</Button>
      {asked === 'annul' && <Annul {...proposed} onClose={close} />}
      {asked === 'reject' && <Reject {...proposed} onClose={close} />}
    </div>
  );
};
