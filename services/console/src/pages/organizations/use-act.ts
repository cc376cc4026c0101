import { useTranslation } from 'react-i18next';
import type { UseMutationResult } from '@tanstack/react-query';
import { useOrder } from '../../api/order.ts';
import { useTell } from '../../components/told.tsx';

const TOUCHES = [['organizations'], ['people'], ['work']] as const;

/** One order about an organization; when it is done the dialog closes and says so. */
export const useAct = <Given, Answer>(
  send: (given: Given, key: string) => Promise<Answer>,
  onClose: () => void,
  onDone?: (answer: Answer) => void,
): UseMutationResult<Answer, unknown, Given> => {
  const { t } = useTranslation();
  const tell = useTell();
  return useOrder<Given, Answer>({
    send,
    touches: TOUCHES,
    onDone: (answer) => {
      onClose();
      tell(t('organization.done'));
      onDone?.(answer);
    },
  });
};

export const dayGiven = (effectiveOn: string | undefined) =>
  effectiveOn === undefined || effectiveOn === '' ? {} : { effectiveOn };
