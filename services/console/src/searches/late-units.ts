import { type Given, text } from './given.ts';

export const LATE_ACTS = ['plan', 'declare', 'answer-return'] as const;
export type LateAct = (typeof LATE_ACTS)[number];

export type LateUnitsSearch = Readonly<{ act?: LateAct | undefined; q?: string | undefined }>;
export const lateUnitsSearch = ({ act, q }: Given): LateUnitsSearch => ({
  act: LATE_ACTS.find((known) => known === act),
  q: text(q),
});
