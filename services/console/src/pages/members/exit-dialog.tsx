import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { under } from '../../api/order.ts';
import { CheckedDialog } from '../../components/checked-dialog.tsx';
import { sayDay, today } from '../../components/dates.ts';
import { DayInput } from '../../components/day-input.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { type Answers, answered, GrantAnswers, openGrants } from './grant-answers.tsx';
import { endsAll, type Exit, exitsFrom, type Person } from './membership-acts.ts';
import { usePersonAct } from './use-person-act.ts';

type Given = Readonly<{
  kind: Exit;
  effectiveOn?: string;
  approvedOn?: string;
  reason?: string;
  answers?: Answers;
}>;
const REASON_CHARS_MAX = 500;
const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

const Fields = ({ person }: Readonly<{ person: Person }>) => {
  const { t } = useTranslation();
  const kind = Form.useWatch<Exit | undefined>('kind', Form.useFormInstance());
  return (
    <>
      <SelectField
        name="kind"
        label={t('members.exitKind')}
        options={exitsFrom(person).map((value) => ({ value, label: t(`people.stages.${value}`) }))}
      />
      <Form.Item name="effectiveOn" label={t('people.effectiveOn')} extra={t('members.aheadHint')}>
        <DayInput />
      </Form.Item>
      {kind === 'probation-cancelled' && (
        <Form.Item
          name="approvedOn"
          label={t('members.approvedOn')}
          rules={[{ required: true, message: t('required') }]}
        >
          <DayInput />
        </Form.Item>
      )}
      {endsAll(kind) ? (
        <p className="note">{t('members.allRolesEnd')}</p>
      ) : (
        <GrantAnswers grants={person.grants} unsaid="end" />
      )}
      <Form.Item
        name="reason"
        label={t('reason')}
        extra={t('reasonHint')}
        rules={[{ required: kind !== 'deceased', whitespace: true, message: t('required') }]}
      >
        <Input.TextArea rows={3} maxLength={REASON_CHARS_MAX} showCount />
      </Form.Item>
    </>
  );
};

/** Somebody leaves, as a meeting decided, or has died; undone by two persons only. */
export const ExitDialog = ({ person, onClose }: Readonly<{ person: Person; onClose: () => void }>) => {
  const { t } = useTranslation();
  const endedBy = ({ kind, answers }: Given) =>
    endsAll(kind)
      ? { keeps: [], ends: openGrants(person.grants).map(({ grantId }) => grantId) }
      : answered(person.grants, answers, 'end');
  const order = usePersonAct(
    async (given: Given, key) =>
      answerOf(
        api.POST('/v1/people/{personId}/exit', {
          params: { path: { personId: person.personId }, header: under(key) },
          body: {
            kind: given.kind,
            ...(isSaid(given.effectiveOn) ? { effectiveOn: given.effectiveOn } : {}),
            ...(isSaid(given.approvedOn) ? { approvedOn: given.approvedOn } : {}),
            ...(isSaid(given.reason) ? { reason: given.reason } : {}),
            ...endedBy(given),
          },
        }),
      ),
    onClose,
  );
  return (
    <CheckedDialog<Given>
      title={t('members.exit')}
      lead={t('members.exitLead')}
      checkLead={t('members.exitCheck')}
      action={t('members.exit')}
      order={order}
      answersOf={(given) => [
        { name: t('people.person'), said: person.name },
        { name: t('members.exitKind'), said: t(`people.stages.${given.kind}`) },
        {
          name: t('people.effectiveOn'),
          said: sayDay(isSaid(given.effectiveOn) ? given.effectiveOn : today()),
        },
        ...(isSaid(given.approvedOn) ? [{ name: t('members.approvedOn'), said: sayDay(given.approvedOn) }] : []),
        {
          name: t('members.rolesEnding'),
          said: t('members.rolesCount', { count: endedBy(given).ends.length }),
        },
        { name: t('reason'), said: given.reason ?? '' },
      ]}
      onClose={onClose}
    >
      <Fields person={person} />
    </CheckedDialog>
  );
};
