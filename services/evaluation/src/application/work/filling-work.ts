import type { WorkItem } from '@jiangong/service-host';
import type { ToFill } from '../lists-to-fill.ts';
import type { EditionTitles } from './ballot-work.ts';

const UNTITLED = { titleZh: '', titleEn: '' } as const;

/** Marks that check-lists wait for: an office's, of all entries that are its to mark, and whoever's is judged. */
export const fillingWork = (found: readonly ToFill[], titles: EditionTitles): readonly WorkItem[] =>
  found.map(({ round: { roundId, editionId }, as, done, total, until }) => ({
    kind: as === 'office' ? 'fill-checklists' : 'mark-oneself',
    ...{ role: '', subjectKind: 'round', subjectId: roundId, editionId, dueAt: until, done, total },
    ...(titles.get(editionId) ?? UNTITLED),
  }));
