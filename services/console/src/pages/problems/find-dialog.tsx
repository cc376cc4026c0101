import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { editions } from '../../api/questions/editions.ts';
import { today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { either } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { OrganizationField } from '../../components/pick-fields.tsx';
import { SelectField, type Selectable } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useTell } from '../../components/told.tsx';
import { PROBLEM_KINDS, PROBLEM_SEVERITIES, PROBLEM_SOURCES } from '../../searches/problems.ts';
import { TOUCHES } from './shared.tsx';

const TITLE_CHARS_MAX = 200;
const OFFICE_SOURCES = PROBLEM_SOURCES.filter((source) => source !== 'admitted');

type Typed = Readonly<{
  editionId: string;
  organizationId: string;
  source: (typeof OFFICE_SOURCES)[number];
  kind: (typeof PROBLEM_KINDS)[number];
  severity: (typeof PROBLEM_SEVERITIES)[number];
  title: string;
  foundOn: string;
  description: string;
}>;

/** What it is about, and how serious it is. */
const WordFields = () => {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name="kind"
        label={t('problems.kind')}
        options={PROBLEM_KINDS.map((value) => ({ value, label: t(`problems.kinds.${value}`) }))}
      />
      <SelectField
        name="severity"
        label={t('problems.severity')}
        options={PROBLEM_SEVERITIES.map((value) => ({ value, label: t(`problems.severities.${value}`) }))}
      />
    </>
  );
};

/** An office puts on the list what it found; whoever it is about says it himself (`own`: his units and branches). */
export const FindDialog = ({
  edition,
  own,
  onClose,
}: Readonly<{ edition: string | undefined; own: readonly Selectable[] | undefined; onClose: () => void }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { data } = useQuery(editions);
  const order = useOrder({
    send: async ({ editionId, source, ...body }: Typed, key: string) => {
      const params = { path: { editionId }, header: under(key) };
      return answerOf(
        own === undefined
          ? api.POST('/v1/editions/{editionId}/problems', { params, body: { ...body, source } })
          : api.POST('/v1/editions/{editionId}/problems/admitted', { params, body }),
      );
    },
    touches: TOUCHES,
    onDone: () => {
      tell(t('problems.kept'));
      onClose();
    },
  });
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <OrderDialog<Typed>
      title={t(own === undefined ? 'problems.find' : 'problems.admit')}
      action={t('problems.keep')}
      first={{ foundOn: today(), severity: 'ordinary', ...(edition !== undefined && { editionId: edition }) }}
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="editionId"
        label={t('problems.edition')}
        options={(data?.items ?? [])
          .filter(({ state }) => state !== 'abandoned')
          .map(({ editionId, titleZh, titleEn }) => ({ value: editionId, label: either(titleZh, titleEn) }))}
      />
      {own === undefined ? (
        <OrganizationField name="organizationId" label={t('problems.about')} />
      ) : (
        <SelectField name="organizationId" label={t('problems.about')} options={own} />
      )}
      {own === undefined && (
        <SelectField
          name="source"
          label={t('problems.source')}
          options={OFFICE_SOURCES.map((value) => ({ value, label: t(`problems.sources.${value}`) }))}
        />
      )}
      <WordFields />
      <Form.Item name="title" label={t('problems.name')} extra={t('problems.nameHint')} rules={required}>
        <Input maxLength={TITLE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="foundOn" label={t('problems.foundOn')} rules={required}>
        <DayInput max={today()} />
      </Form.Item>
      <TextField name="description" label={t('problems.description')} />
    </OrderDialog>
  );
};
