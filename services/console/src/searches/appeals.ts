import { type Given, text } from './given.ts';

export type AppealsSearch = Readonly<{ q?: string | undefined; standing?: string | undefined }>;
export const appealsSearch = ({ q, standing }: Given): AppealsSearch => ({
  q: text(q),
  standing: text(standing),
});
