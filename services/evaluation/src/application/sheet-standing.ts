import type { Draft } from '../domain/sheet/state.ts';
import type { MySheet } from './own-sheet.ts';

/** `draft`: the caller's own marks, where they can be shown at all. */
export type SheetStanding = Readonly<{ status: 'blank' | 'draft' | 'submitted'; draft: Draft; scored: number }>;
const BLANK: SheetStanding = { status: 'blank', draft: {}, scored: 0 };

export const countOf = (marks: Draft[string] | undefined): number => Object.keys(marks ?? {}).length;

/** A sheet that is being replaced is blank again, or a draft; another holder's draft is not shown. */
export const standingOf = ({ sheet, round, personId }: MySheet): SheetStanding => {
  switch (sheet.kind) {
    case 'blank':
      return BLANK;
    case 'draft': {
      if (sheet.personId !== personId) return BLANK;
      const scored = Object.values(sheet.scores).reduce((sum, marks) => sum + countOf(marks), 0);
      return { status: 'draft', draft: sheet.scores, scored };
    }
    case 'submitted':
      return sheet.submission.closing < round.closing && round.hindrance === null
        ? BLANK
        : { status: 'submitted', draft: {}, scored: sheet.submission.markCount };
  }
};
