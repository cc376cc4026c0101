import { type Given, text } from './given.ts';

export type ChecklistsSearch = Readonly<{ q?: string | undefined; progress?: string | undefined }>;
export const checklistsSearch = ({ q, progress }: Given): ChecklistsSearch => ({
  q: text(q),
  progress: text(progress),
});
