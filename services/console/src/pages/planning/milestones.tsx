import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { daysUntil, sayDay, today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { Mark } from '../../components/mark.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';
import { KnownFiles } from '../declaring/known-files.tsx';
import { colon } from '../../components/names.ts';

type Milestone = Schemas['Milestone'];
type Of = Readonly<{ entryId: string; milestone: Milestone; onClose: () => void }>;

/** Files as a field of a form: what was reported before, ticked. */
const Files = ({
  entryId,
  value = [],
  onChange,
}: Readonly<{ entryId: string; value?: readonly string[]; onChange?: (value: readonly string[]) => void }>) => (
  <KnownFiles entryId={entryId} chosen={value} onChange={(chosen) => onChange?.(chosen)} />
);

const CompleteDialog = ({ entryId, milestone, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ completedOn, evidence = [] }: Readonly<{ completedOn: string; evidence?: string[] }>, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/milestones/{milestoneId}/complete', {
          params: { path: { entryId, milestoneId: milestone.milestoneId }, header: under(key) },
          body: { completedOn, evidence },
        }),
      ),
    touches: [['entry', entryId], ['work'], ['my-plans']],
    onDone: () => {
      tell(t('acts.done.complete'));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t('planning.complete')}
      lead={milestone.title}
      action={t('planning.complete')}
      first={{ completedOn: today() }}
      order={order}
      onClose={onClose}
    >
      <Form.Item
        name="completedOn"
        label={t('planning.completedOn')}
        rules={[{ required: true, message: t('required') }]}
      >
        <DayInput max={today()} />
      </Form.Item>
      <fieldset className="plain">
        <legend>{t('planning.completeFiles')}</legend>
        <Form.Item name="evidence" noStyle>
          <Files entryId={entryId} />
        </Form.Item>
      </fieldset>
    </OrderDialog>
  );
};

const ReopenDialog = ({ entryId, milestone, onClose }: Of) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ reason }: Readonly<{ reason: string }>, key: string) =>
      answerOf(
        api.POST('/v1/entries/{entryId}/milestones/{milestoneId}/reopen', {
          params: { path: { entryId, milestoneId: milestone.milestoneId }, header: under(key) },
          body: { why: reason },
        }),
      ),
    touches: [['entry', entryId], ['work'], ['my-plans']],
    onDone: () => {
      tell(t('acts.done.reopen'));
      onClose();
    },
  });
  return (
    <OrderDialog
      title={t('planning.reopen')}
      lead={milestone.title}
      action={t('planning.reopen')}
      order={order}
      onClose={onClose}
    >
      <ReasonField />
    </OrderDialog>
  );
};

/** Steps on the way and whether they are reached; who delivers says so here, and takes it back. */
export const MilestoneSteps = ({
  entryId,
  milestones,
  mayTurn,
}: Readonly<{ entryId: string; milestones: readonly Milestone[]; mayTurn: boolean }>) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Milestone>();
  const close = (): void => setOpened(undefined);
  return (
    <>
      <ol className="steps">
        {milestones.map((milestone) => (
          <li key={milestone.milestoneId}>
            {milestone.title}
            <br />
            {milestone.completedOn === null ? (
              <Mark tone={daysUntil(milestone.dueOn) < 0 ? 'bad' : 'waiting'}>
                {t('project.milestoneDue', { date: sayDay(milestone.dueOn) })}
              </Mark>
            ) : (
              <Mark tone="good">{t('project.milestoneDone', { date: sayDay(milestone.completedOn) })}</Mark>
            )}
            {mayTurn && (
              <div>
                <Button
                  onClick={() => setOpened(milestone)}
                  aria-label={`${milestone.completedOn === null ? t('planning.complete') : t('planning.reopen')}${colon()}${milestone.title}`}
                >
                  {milestone.completedOn === null ? t('planning.complete') : t('planning.reopen')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {opened !== undefined &&
        (opened.completedOn === null ? (
          <CompleteDialog entryId={entryId} milestone={opened} onClose={close} />
        ) : (
          <ReopenDialog entryId={entryId} milestone={opened} onClose={close} />
        ))}
    </>
  );
};

/** Steps on the way of a project. */
export const Milestones = (of: Readonly<{ entryId: string; milestones: readonly Milestone[]; mayTurn: boolean }>) => {
  const { t } = useTranslation();
  return (
    <section className="part" aria-labelledby="milestones">
      <h2 id="milestones">{t('project.milestones')}</h2>
      {of.milestones.length === 0 && <p className="quiet">{t('project.noMilestones')}</p>}
      <MilestoneSteps {...of} />
    </section>
  );
};
