import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckAnswers, type CheckedAnswer } from './check-answers.tsx';
import { Dialog } from './dialog.tsx';
import { OrderDialog, type Sending } from './order-dialog.tsx';
import { ProblemNotice } from './problem-notice.tsx';

const NOTHING_SENT = { isPending: false, isError: false, error: null };

/** An order that its giver can not undo alone: filled in, looked at once more, sent. Going back keeps what was typed. */
export const CheckedDialog = <Given extends object>({
  title,
  lead,
  checkLead,
  action,
  first,
  order,
  answersOf,
  onClose,
  children,
}: Readonly<{
  title: string;
  lead?: ReactNode;
  /** What will follow, above what is looked at once more. */
  checkLead: string;
  action: string;
  first?: Partial<Given>;
  order: Sending<Given>;
  answersOf: (given: Given) => readonly CheckedAnswer[];
  onClose: () => void;
  children?: ReactNode;
}>) => {
  const { t } = useTranslation();
  const [given, setGiven] = useState<Given>();
  const [isChecking, setChecking] = useState(false);
  if (given === undefined || !isChecking)
    return (
      <OrderDialog<Given>
        title={title}
        lead={lead}
        action={t('toCheck')}
        first={given ?? first ?? {}}
        order={{
          ...NOTHING_SENT,
          mutate: (typed) => {
            setGiven(typed);
            setChecking(true);
          },
        }}
        onClose={onClose}
      >
        {children}
      </OrderDialog>
    );
  return (
    <Dialog title={title} onClose={onClose}>
      {order.isError && <ProblemNotice error={order.error} again={() => order.mutate(given)} />}
      <CheckAnswers
        title={t('check')}
        lead={checkLead}
        answers={answersOf(given)}
        action={action}
        busy={order.isPending}
        onSend={() => order.mutate(given)}
        onEdit={() => setChecking(false)}
      />
    </Dialog>
  );
};
