import { type Given, text } from './given.ts';

export type MeasuresSearch = Readonly<{ q?: string | undefined; progress?: string | undefined }>;
export const measuresSearch = ({ q, progress }: Given): MeasuresSearch => ({
  q: text(q),
  progress: text(progress),
});
