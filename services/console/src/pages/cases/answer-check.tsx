import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import { sendSettling } from '../../api/questions/cases.ts';
import { sendProposal } from '../../api/questions/review.ts';
import { sayDay } from '../../components/dates.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useWhat } from '../../components/what-it-is.tsx';
import { type Answer, toSend } from './answer.ts';

/** The answer once more, and what follows from it, before it is given. */
export const AnswerCheck = ({
  summary,
  answer,
  isProposal,
  onDone,
  onClose,
}: Readonly<{
  summary: Schemas['ObjectionSummary'];
  answer: Answer;
  /** Another office has to carry it out. */
  isProposal: boolean;
  onDone: () => void;
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const what = useWhat();
  const { objectionId, entryId } = summary;
  const order = useOrder({
    send: async (_given: object, key): Promise<unknown> => {
      const body = toSend(answer);
      if (body === null) throw new Error('an answer without an outcome can not be sent');
      return isProposal
        ? sendProposal(entryId, { act: 'SettleObjection', objectionId, why: answer.answer }, key)
        : sendSettling(objectionId, body, key);
    },
    touches: [['entries'], ['entry', entryId], ['work'], ['public']],
    onDone,
  });
  const { outcome } = answer;
  if (outcome === null) return null;
  return (
    <OrderDialog
      title={t('cases.checkTitle')}
      lead={
        <>
          {isProposal && <p className="note">{t('cases.proposeLead')}</p>}
          <dl className="facts">
            <dt>{t('cases.entry')}</dt>
            <dd>{summary.title}</dd>
            <dt>{t('cases.outcomeLabel')}</dt>
            <dd>
              <strong>{t(`cases.outcome.${outcome}`)}</strong>
              <div className="quiet">{t(`cases.effect.${outcome}`, { what })}</div>
            </dd>
            <dt>{t('cases.answerText')}</dt>
            <dd className="prose">{answer.answer}</dd>
            {outcome === 'upheld-return' && (
              <>
                <dt>{t('cases.reasons')}</dt>
                <dd className="prose">{answer.reasons}</dd>
                <dt>{t('cases.redeclareBy')}</dt>
                <dd>{sayDay(answer.redeclareBy)}</dd>
              </>
            )}
          </dl>
        </>
      }
      action={t(isProposal ? 'cases.propose' : 'cases.settle')}
      isDangerous={outcome === 'upheld-remove'}
      order={order}
      onClose={onClose}
    />
  );
};
