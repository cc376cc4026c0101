import type { OutcomeRule } from '@jiangong/scoring';

/** To whom an entry goes on: the level, and who decides there, outside the platform. */
export type Upward = Readonly<{ level: string; outside: string; shown: 'public' | 'internal' | 'subject' }>;

/**
 * What a rule says of the award that its edition looks at again (`code`): it is kept, is to be mended within so many days, or is lost. Null
 * days: nothing is to be mended.
 */
export type Recheck = Readonly<{
  code: string;
  finding: 'kept' | 'to-rectify' | 'withdrawn';
  withinDays: number | null;
}>;

/** Who decides over what a rule gives: the body as it finds right, the body as the result says or not at all, or nobody. */
export type DecidedBy = 'party' | 'confirm' | 'system';

/** An outcome rule with what is told of it: everything of a template's `outcome` that a decision and its circular need. */
export type AwardRule = OutcomeRule &
  Readonly<{
    /** Lasting over years and templates. */
    code: string;
    zh: string;
    en: string;
    gives: string;
    decide: DecidedBy;
    /** How many years it is held; null: without end. */
    termYears: number | null;
    /** To whom what it gives is put forward; absent where it goes no further. */
    upTo?: Upward;
    /** Absent where nothing is looked at again. */
    recheck?: Recheck;
  }>;

/** What everybody is told of by a circular: what is only recommended is somebody else's to make known, what is to be mended the holder's. */
export const isMadeKnown = ({ gives, recheck }: Pick<AwardRule, 'gives' | 'recheck'>): boolean =>
  gives !== 'recommendation' && recheck?.finding !== 'to-rectify';

/** What becomes an honour by the circular: to lose one, or to be given time, is none. */
export const becomesHonour = (rule: Pick<AwardRule, 'gives' | 'recheck'>): boolean =>
  isMadeKnown(rule) && rule.gives !== 'withdrawal';

/** In the order in which rules are read. */
export type OutcomeTable = readonly AwardRule[];
