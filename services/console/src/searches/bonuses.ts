import { type Given, text } from './given.ts';

export type BonusesSearch = Readonly<{ q?: string | undefined; progress?: string | undefined }>;
export const bonusesSearch = ({ q, progress }: Given): BonusesSearch => ({
  q: text(q),
  progress: text(progress),
});
