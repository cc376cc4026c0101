import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { OrganizationField } from '../../components/pick-fields.tsx';
import { type Answers, answered, GrantAnswers } from './grant-answers.tsx';
import type { Person } from './membership-acts.ts';
import { usePersonAct } from './use-person-act.ts';

type Given = Readonly<{ organizationId: string; effectiveOn?: string; reason: string; answers?: Answers }>;

/** Somebody belongs elsewhere, today or as of a day; he can be moved back. */
export const MoveDialog = ({ person, onClose }: Readonly<{ person: Person; onClose: () => void }>) => {
  const { t } = useTranslation();
  const order = usePersonAct(
    async ({ organizationId, effectiveOn, reason, answers }: Given, key) =>
      answerOf(
        api.POST('/v1/people/{personId}/move', {
          params: { path: { personId: person.personId }, header: under(key) },
          body: {
            organizationId,
            reason,
            ...(effectiveOn === undefined || effectiveOn === '' ? {} : { effectiveOn }),
            ...answered(person.grants, answers, 'keep'),
          },
        }),
      ),
    onClose,
  );
  return (
    <OrderDialog<Given>
      title={t('members.move')}
      lead={t('members.moveLead')}
      action={t('members.move')}
      order={order}
      onClose={onClose}
    >
      <OrganizationField name="organizationId" label={t('members.to')} />
      <Form.Item name="effectiveOn" label={t('people.effectiveOn')} extra={t('members.aheadHint')}>
        <DayInput />
      </Form.Item>
      <GrantAnswers grants={person.grants} unsaid="keep" />
      <ReasonField />
    </OrderDialog>
  );
};
