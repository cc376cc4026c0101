import type { ChecklistFact, ChecklistProposal, OccurrenceRecorded, OfChecklist } from './facts.ts';
import type { Part } from './judged-time.ts';
import type { WithdrawingReason } from './words.ts';

/** `withdrawn`: why it does not stand; null while it does. */
export type Occurrence = Readonly<
  Omit<OccurrenceRecorded['data'], keyof OfChecklist | 'prose'> & {
    withdrawn: WithdrawingReason | null;
    answers: number;
  }
>;

/** `by`: `self` or a party. Empty marks: taken back. `times`: how often they were changed. */
export type ItemMarks = Readonly<{
  sourceId: string;
  itemId: string;
  period: number;
  by: string;
  marks: readonly number[];
  times: number;
}>;

/** One period of one part; `reopened`: how often. */
export type Period = Readonly<{ part: Part; period: number; closed: boolean; reopened: number }>;

/** What was found about one entry in one round. Prose is no state. */
export type Checklist = Readonly<{
  occurrences: readonly Occurrence[];
  marks: readonly ItemMarks[];
  periods: readonly Period[];
  proposals: readonly ChecklistProposal[];
}>;

export const BLANK: Checklist = { occurrences: [], marks: [], periods: [], proposals: [] };

export const isClosed = ({ periods }: Checklist, part: Part, period: number): boolean =>
  periods.some((one) => one.part === part && one.period === period && one.closed);

export const marksOf = (
  { marks }: Checklist,
  of: Pick<ItemMarks, 'sourceId' | 'itemId' | 'period' | 'by'>,
): ItemMarks | undefined =>
  marks.find(
    (one) => one.sourceId === of.sourceId && one.itemId === of.itemId && one.period === of.period && one.by === of.by,
  );

const withMarks = (list: Checklist, given: Omit<ItemMarks, 'times'>): Checklist => {
  const before = marksOf(list, given);
  const after: ItemMarks = { ...given, times: (before?.times ?? 0) + 1 };
  return { ...list, marks: [...list.marks.filter((one) => one !== before), after] };
};

const withPeriod = (list: Checklist, part: Part, period: number, closed: boolean): Checklist => {
  const before = list.periods.find((one) => one.part === part && one.period === period);
  const after: Period = { part, period, closed, reopened: (before?.reopened ?? 0) + (closed ? 0 : 1) };
  return { ...list, periods: [...list.periods.filter((one) => one !== before), after] };
};

const withOccurrence = (
  list: Checklist,
  occurrenceId: string,
  change: (one: Occurrence) => Partial<Occurrence>,
): Checklist => ({
  ...list,
  occurrences: list.occurrences.map((one) => (one.occurrenceId === occurrenceId ? { ...one, ...change(one) } : one)),
});

const without = (list: Checklist, proposalId: string | null): Checklist => ({
  ...list,
  proposals: list.proposals.filter((one) => one.proposalId !== proposalId),
});

export const evolveChecklist = (list: Checklist, fact: ChecklistFact): Checklist => {
  switch (fact.type) {
    case 'OccurrenceRecorded.v1': {
      const {
        checklistId: _list,
        roundId: _round,
        editionId: _edition,
        entryId: _entry,
        prose: _prose,
        ...told
      } = fact.data;
      return { ...list, occurrences: [...list.occurrences, { ...told, withdrawn: null, answers: 0 }] };
    }
    case 'OccurrenceWithdrawn.v1': {
      const { occurrenceId, reason, proposalId } = fact.data;
      return without(
        withOccurrence(list, occurrenceId, () => ({ withdrawn: reason })),
        proposalId,
      );
    }
    case 'SelfScored.v1': {
      const { sourceId, itemId, period, marks } = fact.data;
      return withMarks(list, { sourceId, itemId, period, by: 'self', marks });
    }
    case 'ItemReviewed.v1': {
      const { sourceId, itemId, period, party, marks } = fact.data;
      return withMarks(list, { sourceId, itemId, period, by: party, marks });
    }
    case 'PeriodClosed.v1':
      return withPeriod(list, fact.data.part, fact.data.period, true);
    case 'PeriodReopened.v1':
      return without(withPeriod(list, fact.data.part, fact.data.period, false), fact.data.proposalId);
    case 'FindingAnswered.v1':
      return withOccurrence(list, fact.data.occurrenceId, ({ answers }) => ({ answers: answers + 1 }));
    case 'ActProposed.v1': {
      const { proposalId, act, proposedBy, role, proposedAt, terms } = fact.data;
      return { ...list, proposals: [...list.proposals, { proposalId, act, proposedBy, role, proposedAt, terms }] };
    }
    case 'ProposalRejected.v1':
      return without(list, fact.data.proposalId);
  }
};
