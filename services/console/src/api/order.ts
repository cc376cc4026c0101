import { type QueryKey, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';

type Asked<Given, Answer> = Readonly<{
  /** Sends it under the key; the same order sent again has the same key and is carried out once. */
  send: (given: Given, key: string) => Promise<Answer>;
  /** Answers that it may have changed. */
  touches: readonly QueryKey[];
  onDone?: (answer: Answer, given: Given) => void;
}>;

/** An order to the platform. A lost answer is asked for again under the same key; whatever changes the order changes the key. */
export const useOrder = <Given, Answer>({
  send,
  touches,
  onDone,
}: Asked<Given, Answer>): UseMutationResult<Answer, unknown, Given> => {
  const client = useQueryClient();
  const last = useRef<Readonly<{ said: string; key: string }>>(undefined);
  const keyOf = (given: Given): string => {
    const said = JSON.stringify(given) ?? '';
    if (last.current?.said !== said) last.current = { said, key: crypto.randomUUID() };
    return last.current.key;
  };
  return useMutation({
    mutationFn: async (given: Given) => send(given, keyOf(given)),
    onSuccess: async (answer, given) => {
      last.current = undefined;
      onDone?.(answer, given);
      await Promise.all(touches.map(async (queryKey) => client.invalidateQueries({ queryKey })));
    },
  });
};

/** What an order must carry. */
export const under = (key: string) => ({ 'Idempotency-Key': key });
