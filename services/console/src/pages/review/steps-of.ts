import type { Schemas } from '../../api/client.ts';

type Edition = Schemas['Edition'];
type Standing = Schemas['EntryLine']['standing'];
export type Step = 'passed-reviews' | 'clearance-requests' | 'publications';

/** Where the officer's step before this one leads to, in an edition whose template may lack some. */
export const standingFor = ({ stages }: Pick<Edition, 'stages'>): Readonly<Record<Step, Standing | null>> => {
  // A review that has a phase is one of check-lists.
  const has = (act: Edition['stages'][number]['act']): boolean =>
    stages.some((stage) => stage.act === act && stage.phase === null);
  const reviewed: Standing = has('review') ? 'reviewed' : 'declared';
  const cleared: Standing = has('clear') ? 'cleared' : reviewed;
  return {
    'passed-reviews': has('review') ? 'declared' : null,
    'clearance-requests': has('clear') ? reviewed : null,
    publications: has('notice') ? cleared : null,
  };
};

/** Where entries stand once their review is done: what counts as done of all that was declared. */
const REVIEWED: readonly Standing[] = [
  'reviewed',
  'rejected',
  'clearance-requested',
  'cleared',
  'blocked',
  'published',
  'in-evaluation',
];

type Counts = Readonly<Partial<Record<Standing, number>>>;

export const reviewedOf = (counts: Counts): Readonly<{ done: number; total: number }> => {
  const done = REVIEWED.reduce((sum, standing) => sum + (counts[standing] ?? 0), 0);
  return { done, total: done + (counts.declared ?? 0) };
};
