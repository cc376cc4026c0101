import type * as lists from '@jiangong/contracts/jiangong/evaluation/v1/checklists';
import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/checklist_service';
import { localDateOf } from '@jiangong/calendar';
import type { HeldList } from '@jiangong/read-models';
import { type ChecklistArea, type ChecklistItem, itemsIn } from '@jiangong/scoring';
import { refused, wordsOf } from '@jiangong/service-host';
import { sortKeyOf } from '@jiangong/wording/search';
import type { ListProgress } from '../../application/checklist-progress.ts';
import type { ShownChecklist } from '../../application/show-checklist.ts';
import type { ChecklistTerms } from '../../domain/checklist/facts.ts';
import type { ChecklistGround, OpenList } from '../../domain/checklist/ground.ts';
import { daysOf, type Part, periodCount } from '../../domain/checklist/judged-time.ts';
import type { ProposedTerms } from '../../domain/checklist/orders.ts';
import { mayRead, rightsIn } from '../../domain/checklist/shown.ts';
import { stagesOfSelf, turnsOf } from '../../domain/checklist/turns.ts';
import { isOpenIn } from '../../domain/round/stages.ts';

export const CHECKLIST_SORTS = ['title', 'findings', 'last'] as const;

export const checklistRows = ({
  progress,
}: Pick<rpc.ListChecklistsRequest, 'progress'>): HeldList<ListProgress, (typeof CHECKLIST_SORTS)[number]> => ({
  idOf: ({ entryId }) => entryId,
  sorts: {
    title: ({ title }) => sortKeyOf(title),
    findings: ({ findings }) => findings,
    last: ({ lastAt }) => lastAt,
  },
  facets: { progress: { of: (row) => row.progress, words: wordsOf(progress, 'progress') } },
});

/** The terms of a request: which fields count depends on the act. */
export const checklistTermsOf = (given: lists.ChecklistTerms | undefined): ProposedTerms => {
  const { act = '', occurrenceId = '', part = '', period = 0, reason = '' } = given ?? {};
  if (act === 'WithdrawOccurrence') return { act, occurrenceId, reason };
  if (act === 'ReopenPeriod') return { act, part, period, reason };
  throw refused({ reason: 'ACT_UNKNOWN', field: 'terms.act' });
};

const termsMessage = (terms: ChecklistTerms): lists.ChecklistTerms => ({
  ...{ occurrenceId: '', part: '', period: 0 },
  ...terms,
});

const namesOf = ({ rules }: OpenList, id: string) => {
  const [nameZh = '', nameEn = ''] = rules.names[id] ?? [];
  return { nameZh, nameEn };
};

const periodMessages = (
  { rules }: OpenList,
  part: Part,
  { periods, today }: Readonly<{ periods: ShownChecklist['periods']; today: string }>,
): lists.ChecklistPeriod[] =>
  Array.from({ length: periodCount(rules.time, part) }, (_, at) => {
    const days = daysOf(rules.time, part, at + 1);
    return {
      period: at + 1,
      firstOn: days?.first ?? '',
      lastOn: days?.last ?? '',
      closed: periods.some((one) => one.part === part && one.period === at + 1 && one.closed),
      over: days === null || days.last < today,
    };
  });

const itemMessage = (
  open: OpenList,
  item: ChecklistItem,
  { reader, marks }: ShownChecklist,
  now: string,
): lists.ChecklistItem => ({
  itemId: item.id,
  ...namesOf(open, item.id),
  points: item.points,
  starts: item.starts,
  per: item.per ?? 0,
  floor: item.floor,
  cap: item.cap,
  step: item.step,
  measures: item.measures.map(({ id, points }) => ({ measureId: id, points })),
  veto: open.rules.vetoes.includes(item.id),
  partyId: open.rules.owners[item.id] ?? '',
  ...rightsIn(open, item, { ground: reader.ground, now, marks }),
});

const areaMessage = (
  open: OpenList,
  area: ChecklistArea,
  { shown, now }: Readonly<{ shown: ShownChecklist; now: string }>,
): lists.ChecklistArea[] => {
  const part = open.rules.parts[area.id] ?? 'round';
  const items = itemsIn(area, 1).filter(({ id }) => mayRead(open, id, shown.reader, shown.marks));
  if (items.length === 0) return [];
  return [
    {
      sourceId: open.source.id,
      areaId: area.id,
      ...namesOf(open, area.id),
      points: area.points,
      part,
      periods: periodMessages(open, part, { periods: shown.periods, today: localDateOf(now) }),
      items: items.map((item) => itemMessage(open, item, shown, now)),
      selfScored: open.source.self,
      selfOpen: open.source.self && isOpenIn(stagesOfSelf(shown.reader.ground, open), now),
      answerable: open.rules.answer,
    },
  ];
};

/** The stages in which the round is filled, and which of them are the reader's. */
const stageMessages = (ground: ChecklistGround, now: string): lists.ChecklistStage[] => {
  const { office, self } = turnsOf(ground);
  const own = [...office, ...self].flat();
  return ground.stages.map(({ stageId, act, opensAt, closesAt }) => ({
    ...{ stageId, act, opensAt, closesAt },
    yours: own.some((one) => one.stageId === stageId),
    open: ground.hindrance === null && opensAt <= now && now < closesAt,
  }));
};

const findingMessage = (
  { finding, withdrawal, said, ...one }: ShownChecklist['findings'][number],
  namesRecorder: boolean,
  party: string,
): lists.ChecklistFinding => ({
  ...{ occurrenceId: one.occurrenceId, sourceId: one.sourceId, itemId: one.itemId, period: one.period },
  ...{ effectiveOn: one.effectiveOn, count: one.count, evidence: [...one.evidence], partyId: party },
  finding: finding.text,
  recordedBy: namesRecorder ? finding.by : '',
  recordedAt: finding.at,
  withdrawnFor: one.withdrawn ?? '',
  withdrawnAt: withdrawal?.at ?? '',
  withdrawnWhy: withdrawal?.text ?? '',
  answers: said.map(({ text, by, at }) => ({ answer: text, answeredBy: by, answeredAt: at })),
});

/** A list as it is answered: whoever is judged learns which party found something, and not who in it. */
export const checklistMessage = (shown: ShownChecklist, now: string): rpc.GetChecklistResponse => {
  const { round, entryId, reader, findings, marks, proposals } = shown;
  const { ground, overseer } = reader;
  const entry = round.entries.find((one) => one.entryId === entryId);
  return {
    ...{ roundId: round.roundId, editionId: round.editionId, entryId },
    ...{ title: entry?.title ?? '', homeId: entry?.homeId ?? '' },
    personId: entry?.subject.kind === 'person' ? entry.subject.id : '',
    hindrance: ground.hindrance ?? '',
    correcting: ground.correcting ?? '',
    subject: ground.isSubject,
    stages: stageMessages(ground, now),
    areas: ground.lists.flatMap((open) => open.source.areas.flatMap((area) => areaMessage(open, area, { shown, now }))),
    findings: findings.map((one) => findingMessage(one, overseer || !ground.isSubject, one.party)),
    marks: marks.map(({ sourceId, itemId, period, by, marks: points, remark }) => ({
      ...{ sourceId, itemId, period, giver: by, points: [...points] },
      ...{ remark: remark.text, markedAt: remark.at },
    })),
    proposals: proposals.map(({ proposalId, terms, proposedBy, role, proposedAt, why }) => ({
      ...{ proposalId, terms: termsMessage(terms), proposedBy, role, proposedAt, why },
    })),
  };
};
