import type { Instant } from '@jiangong/calendar';
import type { Stage, StageWindows } from '../stage.ts';
import type { EditionFact, EditionOpened } from './facts.ts';

export type StageProgress = 'ahead' | 'open' | 'closed';

export type LateEntry = Readonly<{ unitId: string; stage: Stage; from: Instant; untilAt: Instant }>;

export type OpenEditionState = Readonly<{
  kind: 'open';
  terms: EditionOpened['data'];
  /** Complete after the opening order: all stages are scheduled with it. */
  windows: Partial<StageWindows>;
  progress: Readonly<Partial<Record<Stage, StageProgress>>>;
  lateEntries: readonly LateEntry[];
  reschedules: number;
}>;

/** An edition is not there, or open. It has no end of its own: its stages have. */
export type Edition = Readonly<{ kind: 'absent' }> | OpenEditionState;

export const noEdition: Edition = { kind: 'absent' };

const evolveOpen = (edition: OpenEditionState, fact: Exclude<EditionFact, EditionOpened>): OpenEditionState => {
  switch (fact.type) {
    case 'StageScheduled.v1':
    case 'StageRescheduled.v1': {
      const { stage, opensAt, closesAt } = fact.data;
      const reschedules = edition.reschedules + (fact.type === 'StageRescheduled.v1' ? 1 : 0);
      return { ...edition, windows: { ...edition.windows, [stage]: { opensAt, closesAt } }, reschedules };
    }
    case 'StageOpened.v1':
      return { ...edition, progress: { ...edition.progress, [fact.data.stage]: 'open' } };
    case 'StageClosed.v1':
      return { ...edition, progress: { ...edition.progress, [fact.data.stage]: 'closed' } };
    case 'LateEntryAllowed.v1': {
      const { unitId, stage, from, untilAt } = fact.data;
      return { ...edition, lateEntries: [...edition.lateEntries, { unitId, stage, from, untilAt }] };
    }
  }
};

export const evolveEdition = (edition: Edition, fact: EditionFact): Edition => {
  if (fact.type === 'EditionOpened.v1')
    return { kind: 'open', terms: fact.data, windows: {}, progress: {}, lateEntries: [], reschedules: 0 };
  // An edition's first fact is its opening: another one first would be a stream that this decider never wrote.
  if (edition.kind === 'absent') throw new Error(`${fact.type} before EditionOpened.v1`);
  return evolveOpen(edition, fact);
};

/** All windows of an open edition. */
export const windowsOf = (edition: OpenEditionState): StageWindows => edition.windows as StageWindows;
