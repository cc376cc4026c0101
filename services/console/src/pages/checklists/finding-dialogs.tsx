import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type Asked, type Finding, LIST_TOUCHES, ofEntry } from './shared.ts';

type Reason = Schemas['WithdrawingReason'];
type Typed = Readonly<{ reason: Reason; why: string }>;
type OfFinding = Asked & Readonly<{ finding: Finding }>;

const REASONS = [
  'recorded-in-error',
  'of-another-entry',
  'recorded-twice',
  'not-established',
  'answer-accepted',
] as const satisfies readonly Reason[];

/** Withdrawn with a reason: alone while its period is open, afterwards proposed to a second person. */
export const WithdrawDialog = ({
  finding,
  isProposal,
  onClose,
  ...of
}: OfFinding & Readonly<{ isProposal: boolean }>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { occurrenceId } = finding;
  const order = useOrder({
    send: async ({ reason, why }: Typed, key) => {
      const header = under(key);
      if (isProposal)
        return answerOf(
          api.POST('/v1/rounds/{roundId}/entries/{entryId}/checklist-proposals', {
            params: { path: ofEntry(of), header },
            body: { terms: { act: 'WithdrawOccurrence', occurrenceId, reason }, why },
          }),
        );
      return answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/occurrences/{occurrenceId}/withdraw', {
          params: { path: { ...ofEntry(of), occurrenceId }, header },
          body: { reason, why },
        }),
      );
    },
    touches: LIST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t(isProposal ? 'checklists.proposed' : 'checklists.withdrawn'));
    },
  });
  return (
    <OrderDialog<Typed>
      title={t(isProposal ? 'checklists.proposeTitle' : 'checklists.withdrawTitle')}
      lead={<p className="prose">{finding.finding}</p>}
      action={t(isProposal ? 'checklists.propose' : 'checklists.withdraw')}
      isDangerous
      order={order}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t('checklists.reason')}
        options={REASONS.map((value) => ({ value, label: t(`checklists.reasons.${value}`) }))}
      />
      <TextField name="why" label={t('reason')} />
    </OrderDialog>
  );
};

/** What whoever is judged has to say to a finding. */
export const AnswerDialog = ({ finding, onClose, ...of }: OfFinding) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { occurrenceId } = finding;
  const order = useOrder({
    send: async (body: Readonly<{ answer: string }>, key) =>
      answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/occurrences/{occurrenceId}/answers', {
          params: { path: { ...ofEntry(of), occurrenceId }, header: under(key) },
          body,
        }),
      ),
    touches: LIST_TOUCHES,
    onDone: () => {
      onClose();
      tell(t('checklists.answerSent'));
    },
  });
  return (
    <OrderDialog<Readonly<{ answer: string }>>
      title={t('checklists.answerTitle')}
      lead={<p className="prose">{finding.finding}</p>}
      action={t('checklists.answerSend')}
      order={order}
      onClose={onClose}
    >
      <TextField name="answer" label={t('checklists.answer')} />
    </OrderDialog>
  );
};
