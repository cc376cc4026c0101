import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOrder } from '../../api/order.ts';
import { useTell } from '../../components/told.tsx';

const TOUCHES = [['people'], ['work'], ['me']] as const;

/** One order about a person; when it is done the dialog closes and says so. */
export const usePersonAct = <Given>(
  send: (given: Given, key: string) => Promise<unknown>,
  onClose: () => void,
): UseMutationResult<unknown, unknown, Given> => {
  const { t } = useTranslation();
  const tell = useTell();
  return useOrder<Given, unknown>({
    send,
    touches: TOUCHES,
    onDone: () => {
      onClose();
      tell(t('members.done'));
    },
  });
};
