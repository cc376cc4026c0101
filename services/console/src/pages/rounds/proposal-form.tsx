import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { candidateChoices, entryChoices, seatChoices } from '../../api/questions/rounds.ts';
import { Choice } from '../../components/choice.tsx';
import { MomentInput } from '../../components/moment-input.tsx';
import { nameIn } from '../../components/names.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TickField } from '../../components/tick-field.tsx';
import { LotField } from '../contest/lot-field.tsx';
import { useTell } from '../../components/told.tsx';
import { type Act, type Asking, FIELDS, termsOf } from './proposal-terms.ts';
import { ACT_REASONS } from './reasons.ts';
import type { RoundTold } from './round-frame.tsx';

type Terms = Schemas['PostV1RoundsByRoundIdProposalsBody']['terms'];
/** What the chosen act asks for, and nothing else. */
const Fields = ({ roundId, act }: Readonly<{ roundId: string; act: Act }>) => {
  const { t } = useTranslation();
  const asks = FIELDS[act];
  const asksSeat = asks.includes('seat') || asks.includes('seats') || asks.includes('person');
  const seats = useQuery({ ...seatChoices(roundId), enabled: asksSeat });
  const entries = useQuery({ ...entryChoices(roundId), enabled: asks.includes('entry') });
  const people = useQuery({ ...candidateChoices(roundId), enabled: asks.includes('people') });
  const seated = (seats.data?.items ?? []).filter(({ held }) => held === 'held' || act === 'VacateSeat');
  const nameOf = (seat: (typeof seated)[number]): string =>
    `${nameIn(seat.personName) ?? ''} ${nameIn(seat.homeName) ?? ''} ${t(
      seat.submitted ? 'rounds.seats.submitted' : 'rounds.seats.notYet',
    )}`;
  const bySeat = seated.map((seat) => ({ value: seat.seatId, label: nameOf(seat) }));
  return (
    <>
      {asks.includes('seat') && <SelectField name="seatId" label={t('rounds.proposals.seat')} options={bySeat} />}
      {asks.includes('seats') && (
        <TickField name="seatIds" label={t('rounds.proposals.seats')} options={bySeat} least={1} />
      )}
      {asks.includes('person') && (
        <SelectField
          name="personId"
          label={t('rounds.seats.evaluator')}
          options={seated.map((seat) => ({ value: seat.personId, label: nameIn(seat.personName) ?? '' }))}
        />
      )}
      {asks.includes('people') && (
        <TickField
          name="personIds"
          label={t('rounds.proposals.people')}
          least={3}
          options={(people.data?.items ?? []).map(({ personId, personName }) => ({
            value: personId,
            label: nameIn(personName) ?? '',
          }))}
        />
      )}
      {asks.includes('entry') && (
        <SelectField
          name="entryId"
          label={t('projects.name')}
          options={(entries.data?.items ?? []).map(({ entryId, title }) => ({ value: entryId, label: title }))}
        />
      )}
      {asks.includes('lot') && <LotField />}
      {asks.includes('until') && (
        <Form.Item
          name="until"
          label={t('rounds.proposals.until')}
          extra={t('rounds.proposals.untilHint')}
          rules={[{ required: true, message: t('required') }]}
        >
          <MomentInput />
        </Form.Item>
      )}
      {act in ACT_REASONS && (
        <SelectField
          name="reason"
          label={t('rounds.proposals.reason')}
          options={ACT_REASONS[act as keyof typeof ACT_REASONS].map((value) => ({
            value,
            label: t(`rounds.reason.${value}`),
          }))}
        />
      )}
    </>
  );
};

/** Acts that a round in this state can have proposed. */
const actsIn = ({ status, hasContest, isDealtOut }: RoundTold): readonly Act[] => {
  if (status === 'prepared') return ['OpenLate', 'TakeOutEntry', 'PutBackEntry', 'AnnulRound'];
  if (status === 'open') {
    const ofContest = hasContest ? (['ReopenEntry', 'RedrawOrder', 'DeclareRecusal', 'VacateSeat'] as const) : [];
    const ofDeal = isDealtOut ? (['RedealEntries', 'DismissConflict'] as const) : [];
    return [...ofContest, ...ofDeal, 'LiftRecusal', 'TakeOutEntry', 'PutBackEntry', 'AnnulRound'];
  }
  if (status === 'closed' || status === 'tallied')
    return [
      ...(['ReopenRound', 'ExcuseSeat', 'VacateSeat', 'DrawReplacement', 'DeclareRecusal'] as const),
      ...(['LiftRecusal', 'TakeOutEntry', 'PutBackEntry', 'AnnulRound'] as const),
    ];
  return [];
};

/** One act of a round, proposed. `first`: what its form begins with. */
export const ProposeDialog = ({
  roundId,
  act,
  first,
  onClose,
}: Readonly<{ roundId: string; act: Act; first?: Partial<Asking>; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ why, ...asking }: Asking, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/proposals', {
          params: { path: { roundId }, header: under(key) },
          body: { terms: termsOf(act, asking) as Terms, why },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      onClose();
      tell(t('rounds.proposals.sent'));
    },
  });
  return (
    <OrderDialog<Asking>
      title={t(`rounds.act.${act}`)}
      lead={t(`rounds.actLead.${act}`)}
      action={t('rounds.proposals.send')}
      order={order}
      onClose={onClose}
      {...(first === undefined ? {} : { first })}
    >
      <Fields roundId={roundId} act={act} />
      <ReasonField name="why" />
    </OrderDialog>
  );
};

/** What one person proposes and another carries out. */
export const ProposalForm = ({ told }: Readonly<{ told: RoundTold }>) => {
  const { t } = useTranslation();
  const { roundId } = told;
  const acts = actsIn(told);
  const [act, setAct] = useState<Act>();
  const [chosen, setChosen] = useState<Act>();
  if (acts.length === 0) return <p className="quiet">{t('rounds.proposals.noneNow')}</p>;
  return (
    <section className="part" aria-labelledby="propose">
      <h2 id="propose">{t('rounds.proposals.propose')}</h2>
      <p>{t('rounds.proposals.lead')}</p>
      <div className="row end">
        <Choice
          label={t('rounds.proposals.act')}
          value={chosen}
          all={t('choose')}
          options={acts.map((each) => ({ value: each, label: t(`rounds.act.${each}`) }))}
          onChoose={(word) => setChosen(acts.find((each) => each === word))}
        />
        <Button type="primary" disabled={chosen === undefined} onClick={() => setAct(chosen)}>
          {t('rounds.proposals.fill')}
        </Button>
      </div>
      {act !== undefined && <ProposeDialog roundId={roundId} act={act} onClose={() => setAct(undefined)} />}
    </section>
  );
};
