import { setTimeout as wait } from 'node:timers/promises';
import type { PersonaApi } from './persona-api.ts';

export type Objection = Readonly<{ objectorName: string; objectorContact: string; statement: string }>;

type HandedIn = Readonly<{ handIn: string; code: string; confirmFrom: string }>;

/** Hands an objection in, waits as long as it takes to read it over, and confirms it by its code. Answers the objection's id. */
export const objectTo = async (
  api: PersonaApi,
  entryId: string,
  { key, objection }: Readonly<{ key: string; objection: Objection }>,
): Promise<string> => {
  const { handIn, code, confirmFrom } = await api.order<HandedIn>({
    path: `/v1/public/entries/${entryId}/objections`,
    key,
    body: objection,
  });
  // The gateway's clock is the machine's own.
  await wait(Math.max(0, Date.parse(confirmFrom) - Date.now()));
  const { objectionId } = await api.order<{ objectionId: string }>({
    path: '/v1/public/objections/confirm',
    key,
    body: { handIn, code, evidence: [] },
  });
  return objectionId;
};
