import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { endOfDay, startOfDay } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { OrganizationField, PersonField } from '../../components/pick-fields.tsx';
import { SelectField, type Selectable } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import type { Role } from './person-acts.ts';

type Given = Readonly<{ personId: string; role: Role; organizationId: string; from?: string; until?: string }>;
const isDay = (day: string | undefined): day is string => day !== undefined && day !== '';

/** Somebody gets a role somewhere, from today or from a day on, until it is withdrawn or a day has passed. */
export const GrantDialog = ({
  scope,
  personId,
  places,
  roles,
  onClose,
}: Readonly<{
  /** Below which one looks for people. */
  scope: string;
  /** Whose role it is; absent: looked for in the dialog. */
  personId?: string;
  /** Organizations that are offered before one searches; the first one is chosen. */
  places: readonly Selectable[];
  roles: readonly Role[];
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ personId: whose, role, organizationId, from, until }: Given, key) =>
      answerOf(
        api.POST('/v1/people/{personId}/grants', {
          params: { path: { personId: personId ?? whose }, header: under(key) },
          body: {
            role,
            organizationId,
            ...(isDay(from) ? { from: startOfDay(from) } : {}),
            ...(isDay(until) ? { until: endOfDay(until) } : {}),
          },
        }),
      ),
    touches: [['people'], ['work']],
    onDone: () => {
      onClose();
      tell(t('people.granted'));
    },
  });
  return (
    <OrderDialog<Given>
      title={t('people.grant')}
      lead={t('people.grantLead')}
      action={t('people.grant')}
      first={places[0] === undefined ? {} : { organizationId: places[0].value }}
      order={order}
      onClose={onClose}
    >
      {personId === undefined && <PersonField name="personId" label={t('people.person')} under={scope} />}
      <SelectField
        name="role"
        label={t('people.role')}
        options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <OrganizationField name="organizationId" label={t('people.where')} known={places} />
      <details className="more-fields">
        <summary>{t('people.times')}</summary>
        <Form.Item name="from" label={t('people.from')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="until" label={t('people.lastDay')}>
          <DayInput />
        </Form.Item>
      </details>
    </OrderDialog>
  );
};
