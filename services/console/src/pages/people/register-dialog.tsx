import { useNavigate } from '@tanstack/react-router';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { given } from '../../api/questions/asked.ts';
import { under, useOrder } from '../../api/order.ts';
import { DayInput } from '../../components/day-input.tsx';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { OrganizationField } from '../../components/pick-fields.tsx';
import type { Selectable } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';

type Given = Schemas['PostV1PeopleBody'];
const STAGES = ['applicant', 'activist', 'candidate', 'probationary', 'full'] as const;
const NAME_CHARS_MAX = 60;
const ID_NUMBER_CHARS = 18;
const PHONE_CHARS_MAX = 25;

/** What is known of somebody, beside the name; nothing of it must be given. */
export const PersonalFields = () => {
  const { t } = useTranslation();
  return (
    <details className="more-fields">
      <summary>{t('people.personal')}</summary>
      <Form.Item name="idNumber" label={t('people.idNumber')}>
        <Input maxLength={ID_NUMBER_CHARS} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('people.phone')}>
        <Input maxLength={PHONE_CHARS_MAX} type="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="birthDate" label={t('people.birthDate')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="sex" label={t('people.sex')} initialValue="">
        <select className="wide">
          <option value="">{t('people.notSaid')}</option>
          {(['female', 'male'] as const).map((value) => (
            <option key={value} value={value}>
              {t(`people.sexes.${value}`)}
            </option>
          ))}
        </select>
      </Form.Item>
    </details>
  );
};

/** Somebody new is put down, and his page is opened. */
export const RegisterDialog = ({
  places,
  onClose,
}: Readonly<{ places: readonly Selectable[]; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  const order = useOrder({
    send: async (body: Given, key) =>
      answerOf(api.POST('/v1/people', { params: { header: under(key) }, body: given<Given>(body) })),
    touches: [['people'], ['work']],
    onDone: ({ personId }) => {
      onClose();
      tell(t('people.registered'));
      void navigate({ to: '/people/$personId', params: { personId } });
    },
  });
  const first = places.length === 1 ? places[0] : undefined;
  return (
    <OrderDialog<Given>
      title={t('people.register')}
      lead={t('people.registerLead')}
      action={t('people.registerDo')}
      first={first === undefined ? {} : { organizationId: first.value }}
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
      <OrganizationField name="organizationId" label={t('people.organization')} known={places} />
      <Form.Item name="stage" label={t('people.stage')} extra={t('people.stageHint')} initialValue="">
        <select className="wide">
          <option value="">{t('people.stages.none')}</option>
          {STAGES.map((value) => (
            <option key={value} value={value}>
              {t(`people.stages.${value}`)}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="stageSince" label={t('people.stageSince')}>
        <DayInput />
      </Form.Item>
      <PersonalFields />
    </OrderDialog>
  );
};
