import type { EditionFact } from './facts.ts';
import { type Edition, evolveEdition, noEdition, type OpenEditionState } from './state.ts';

/** One thing that an act made otherwise, as text; empty: there was none, or is none any more. */
export type Change = Readonly<{ field: string; stageId: string; before: string; after: string }>;

/** Facts that say what people changed in the plan after the opening. */
const AMENDING = [
  'EditionAmended.v1',
  'StageRescheduled.v1',
  'StageReopened.v1',
  'LateEntryAllowed.v1',
  'LateEntryEnded.v1',
  'ReviewListSet.v1',
  'EditionAbandoned.v1',
] as const;

export const isAmendment = ({ type }: Readonly<{ type: string }>): boolean =>
  (AMENDING as readonly string[]).includes(type);

/** What is only proposed would tell more than the edition itself does. */
const NOT_TOLD: readonly string[] = ['ActProposed.v1', 'ProposalRejected.v1'];

const change = (field: string, before: string, after: string, stageId = ''): readonly Change[] =>
  before === after ? [] : [{ field, stageId, before, after }];

const parameters = (before: OpenEditionState, after: OpenEditionState): readonly Change[] => {
  const [was, is] = [before.terms.parameters, after.terms.parameters];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted();
  return names.flatMap((name) => change(`parameters.${name}`, was[name] ?? '', is[name] ?? ''));
};

const stages = (before: OpenEditionState, after: OpenEditionState): readonly Change[] =>
  after.stages.flatMap(({ stageId, opensOn, closesOn }) => {
    const was = before.stages.find((stage) => stage.stageId === stageId);
    if (!was) return [];
    return [
      ...change('opensOn', was.opensOn, opensOn, stageId),
      ...change('closesOn', was.closesOn, closesOn, stageId),
    ];
  });

const differences = (before: OpenEditionState, after: OpenEditionState): readonly Change[] => [
  ...change('titleZh', before.terms.titleZh, after.terms.titleZh),
  ...change('titleEn', before.terms.titleEn, after.terms.titleEn),
  ...parameters(before, after),
  ...stages(before, after),
  ...change('reviewList', before.reviewList.join('\n'), after.reviewList.join('\n')),
  ...change('state', before.kind, after.kind),
];

/** Late entries stand beside the plan: what changes is until when one nominator may act. */
const lateEntry = (fact: EditionFact, before: OpenEditionState): readonly Change[] => {
  if (fact.type !== 'LateEntryAllowed.v1' && fact.type !== 'LateEntryEnded.v1') return [];
  const { nominatorId, stageId } = fact.data;
  const was = before.lateEntries.findLast((late) => late.nominatorId === nominatorId && late.stageId === stageId);
  const until = fact.type === 'LateEntryAllowed.v1' ? fact.data.untilAt : fact.data.endedAt;
  return change('lateEntryUntil', was?.untilAt ?? '', until, stageId);
};

/** A fact of an edition that is told, with what it made otherwise. */
export type ToldEdition<F> = Readonly<{ event: F; changes: readonly Change[] }>;

/** Everything that is told of an edition, in order; each with the state before it and after it compared. */
export const toldOf = <F extends EditionFact>(facts: readonly F[]): readonly ToldEdition<F>[] => {
  let edition: Edition = noEdition;
  return facts.flatMap((fact) => {
    const before = edition;
    edition = evolveEdition(edition, fact);
    if (NOT_TOLD.includes(fact.type)) return [];
    if (before.kind === 'absent' || edition.kind === 'absent') return [{ event: fact, changes: [] }];
    return [{ event: fact, changes: [...differences(before, edition), ...lateEntry(fact, before)] }];
  });
};
