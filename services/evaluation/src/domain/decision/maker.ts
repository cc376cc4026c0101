/** How a decision is made known: those it proposes by a notice, and then its awards by a circular. */
export type MakingKnown = 'notice' | 'commend';

/** Who makes known, and `superiorReason`: why in place of the unit that is to. `dueBy`: when the calendar's stage for it ends; null: it does not say. */
export type Maker = Readonly<{ role: string; superiorReason: string; dueBy: string | null }>;

/** The role of those who act for their own unit. */
export const UNIT_ROLE = 'unit-officer';

/** The role of an office that makes known what was decided only where the template names it. */
export const APPRAISAL_ROLE = 'appraisal-office';
