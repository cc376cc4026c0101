import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { OrderDialog, ReasonField } from '../../components/order-dialog.tsx';
import { PersonalFields } from '../people/register-dialog.tsx';
import type { Person } from './membership-acts.ts';
import { usePersonAct } from './use-person-act.ts';

type Given = Schemas['PostV1PeopleByPersonIdCorrectionsBody'];
const NAME_CHARS_MAX = 60;
const FIELDS = ['name', 'idNumber', 'phone', 'birthDate', 'sex'] as const;

/** Personal data put right: only what differs is sent. */
export const CorrectDialog = ({ person, onClose }: Readonly<{ person: Person; onClose: () => void }>) => {
  const { t } = useTranslation();
  const was: Partial<Given> = {
    name: person.name,
    idNumber: person.idNumber,
    phone: person.phone,
    ...(person.birthDate === null ? {} : { birthDate: person.birthDate }),
    ...(person.sex === null ? {} : { sex: person.sex }),
  };
  const order = usePersonAct(async (given: Given, key) => {
    const changed = Object.fromEntries(
      FIELDS.filter((field) => (given[field] ?? '') !== '' && given[field] !== was[field]).map((field) => [
        field,
        given[field],
      ]),
    );
    return answerOf(
      api.POST('/v1/people/{personId}/corrections', {
        params: {
          path: { personId: person.personId },
          header: { ...under(key), 'If-Match': `"${person.revision}"` },
        },
        body: { ...changed, reason: given.reason },
      }),
    );
  }, onClose);
  return (
    <OrderDialog<Given>
      title={t('members.correct')}
      action={t('members.correct')}
      first={was}
      order={order}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('people.name')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={NAME_CHARS_MAX} autoComplete="off" />
      </Form.Item>
      <PersonalFields />
      <ReasonField />
    </OrderDialog>
  );
};
