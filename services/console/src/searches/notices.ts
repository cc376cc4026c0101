import { type Given, text } from './given.ts';

export type RunningSearch = Readonly<{ q?: string | undefined; state?: string | undefined }>;
export const runningSearch = ({ q, state }: Given): RunningSearch => ({ q: text(q), state: text(state) });

export type CasesSearch = Readonly<{ status?: string | undefined; objection?: string | undefined }>;
export const casesSearch = ({ status, objection }: Given): CasesSearch => ({
  status: text(status),
  objection: text(objection),
});
