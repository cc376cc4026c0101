import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { CheckedDialog } from '../../components/checked-dialog.tsx';
import { sayDay } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { ReasonField } from '../../components/order-dialog.tsx';
import type { Person, Step } from './membership-acts.ts';
import { usePersonAct } from './use-person-act.ts';

type Given = Readonly<{ on: string; approvedOn?: string; months?: number; reason?: string }>;

const APPROVED: readonly Step[] = ['admit', 'confirm'];
const MONTHS_MIN = 6;
const MONTHS_MAX = 12;

/** A step of admission or probation, as a meeting decided; undone by two persons only, so it is looked at once more. */
export const StepDialog = ({
  person,
  step,
  onClose,
}: Readonly<{ person: Person; step: Step; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = usePersonAct(
    async ({ on, approvedOn, months, reason }: Given, key) =>
      answerOf(
        api.POST('/v1/people/{personId}/stages', {
          params: { path: { personId: person.personId }, header: under(key) },
          body: {
            step,
            on,
            ...(APPROVED.includes(step) && approvedOn !== undefined ? { approvedOn } : {}),
            ...(step === 'extend-probation' && months !== undefined ? { months } : {}),
            ...(step === 'extend-probation' && reason !== undefined ? { reason } : {}),
          },
        }),
      ),
    onClose,
  );
  return (
    <CheckedDialog<Given>
      title={t(`members.step.${step}`)}
      lead={t(`members.stepLead.${step}`)}
      checkLead={t('members.stepCheck')}
      action={t(`members.step.${step}`)}
      order={order}
      answersOf={({ on, approvedOn, months, reason }) => [
        { name: t('people.person'), said: person.name },
        { name: t('members.stepName'), said: t(`members.step.${step}`) },
        { name: t(`members.on.${step}`), said: sayDay(on) },
        ...(APPROVED.includes(step) && approvedOn !== undefined
          ? [{ name: t('members.approvedOn'), said: sayDay(approvedOn) }]
          : []),
        ...(step === 'extend-probation'
          ? [
              { name: t('members.months'), said: String(months ?? '') },
              { name: t('reason'), said: reason ?? '' },
            ]
          : []),
      ]}
      onClose={onClose}
    >
      <Form.Item name="on" label={t(`members.on.${step}`)} rules={[{ required: true, message: t('required') }]}>
        <DayInput />
      </Form.Item>
      {APPROVED.includes(step) && (
        <Form.Item
          name="approvedOn"
          label={t('members.approvedOn')}
          rules={[{ required: true, message: t('required') }]}
        >
          <DayInput />
        </Form.Item>
      )}
      {step === 'extend-probation' && (
        <>
          <Form.Item name="months" label={t('members.months')} rules={[{ required: true, message: t('required') }]}>
            <InputNumber min={MONTHS_MIN} max={MONTHS_MAX} precision={0} />
          </Form.Item>
          <ReasonField />
        </>
      )}
    </CheckedDialog>
  );
};
