import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { Mark } from '../../components/mark.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { TickField } from '../../components/tick-field.tsx';
import { useTell } from '../../components/told.tsx';
import { entryNamed, HomeBeside, namedWithHome } from './whose.tsx';

type Edge = Schemas['GetV1RoundsByRoundIdResultAnswer']['edges'][number];
type Asked = Readonly<{ entryIds: readonly string[]; minutesNumber: string; why: string }>;

const NUMBER_CHARS_MAX = 100;

/** The office writes down whom the body chose; one of its members carries it out. */
const ChooseDialog = ({
  roundId,
  phase,
  edges,
  onClose,
}: Readonly<{ roundId: string; phase: string; edges: readonly Edge[]; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ why, entryIds, minutesNumber }: Asked, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/proposals', {
          params: { path: { roundId }, header: under(key) },
          body: { terms: { act: 'ChooseGoingOn', phase, entryIds: [...entryIds], minutesNumber }, why },
        }),
      ),
    touches: [['rounds'], ['work']],
    onDone: () => {
      onClose();
      tell(t('rounds.proposals.sent'));
    },
  });
  return (
    <OrderDialog<Asked>
      title={t('rounds.act.ChooseGoingOn')}
      lead={t('rounds.actLead.ChooseGoingOn')}
      action={t('rounds.proposals.send')}
      order={order}
      onClose={onClose}
    >
      <TickField
        name="entryIds"
        label={t('rounds.goingOn.whom')}
        least={edges.reduce((sum, { places }) => sum + places, 0)}
        options={edges.flatMap(({ entries }) =>
          entries.map((entry) => ({ value: entry.entryId, label: namedWithHome(entry) })),
        )}
      />
      <Form.Item
        name="minutesNumber"
        label={t('rounds.goingOn.minutes')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={NUMBER_CHARS_MAX} />
      </Form.Item>
      <ReasonField name="why" />
    </OrderDialog>
  );
};

const Group = ({ edge }: Readonly<{ edge: Edge }>) => {
  const { t } = useTranslation();
  const { places, atMost, entries } = edge;
  return (
    <>
      <p>
        {t(atMost > places ? 'rounds.goingOn.rangeOf' : 'rounds.goingOn.placesOf', {
          places,
          atMost,
          count: entries.length,
        })}
      </p>
      <ul className="plain">
        {entries.map((entry) => (
          <li key={entry.entryId}>
            {entryNamed(entry)}
            <HomeBeside entry={entry} /> {entry.chosen && <Mark tone="good">{t('rounds.goingOn.chosen')}</Mark>}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Equal ones of whom only some go on to the next phase: the body chooses, and until it has nobody goes on. */
export const GoingOn = ({
  roundId,
  edges,
  proposes,
}: Readonly<{ roundId: string; edges: readonly Edge[]; proposes: boolean }>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string>();
  const phases = [...new Set(edges.map(({ phase }) => phase))];
  return phases.map((phase) => {
    const own = edges.filter((edge) => edge.phase === phase);
    const isChosen = own.every(({ entries }) => entries.some(({ chosen }) => chosen));
    const id = `going-on-${phase}`;
    return (
      <section key={phase} className="part" aria-labelledby={id}>
        <div className="part-head">
          <h2 id={id}>{t('rounds.goingOn.title')}</h2>
          <Mark tone={isChosen ? 'good' : 'waiting'}>
            {t(isChosen ? 'rounds.goingOn.done' : 'rounds.goingOn.waits')}
          </Mark>
        </div>
        {own.map((edge) => (
          <Group key={edge.entries[0]?.entryId} edge={edge} />
        ))}
        {proposes && (
          <p className="row">
            <Button type={isChosen ? 'default' : 'primary'} onClick={() => setAsked(phase)}>
              {t(isChosen ? 'rounds.goingOn.anew' : 'rounds.act.ChooseGoingOn')}
            </Button>
          </p>
        )}
        {asked === phase && (
          <ChooseDialog roundId={roundId} phase={phase} edges={own} onClose={() => setAsked(undefined)} />
        )}
      </section>
    );
  });
};
