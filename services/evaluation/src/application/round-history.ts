import type { StoredEvent } from '@jiangong/event-store';
import type { ToldFact } from '@jiangong/service-host';
import type { RoundFact } from '../domain/round/facts.ts';

type Told = (data: never) => ToldFact | undefined;

const entry = (id: string) => ({ kind: 'entry', id }) as const;

/**
 * What a round's facts are told as, in words that fit a choice, a vote and scoring alike. No mark, no rank and no score; nobody who sits in it or stands recused, and nothing that is only
 * proposed: those are told elsewhere, to fewer. Why an entry was taken out may be a block's matter, and is not told either.
 */
const TOLD: {
  readonly [T in RoundFact['type']]: (data: Extract<RoundFact, { type: T }>['data']) => ToldFact | undefined;
} = {
  'RoundPrepared.v1': () => ({ zh: '本轮准备就绪', en: 'The round was prepared' }),
  'EntryAdmitted.v1': ({ entryId }) => ({ zh: '列入一个对象', en: 'An entry was admitted', about: entry(entryId) }),
  'EntryTakenOut.v1': ({ entryId }) => ({ zh: '撤出一个对象', en: 'An entry was taken out', about: entry(entryId) }),
  'EntryPutBack.v1': ({ entryId }) => ({ zh: '恢复一个对象', en: 'An entry was put back', about: entry(entryId) }),
  'EntryMoved.v1': ({ entryId }) => ({ zh: '一个对象移交', en: 'An entry was handed over', about: entry(entryId) }),
  'SeatAssigned.v1': ({ draw }) =>
    draw === null
      ? { zh: '指定一个评审席位', en: 'A seat was assigned' }
      : { zh: '抽签补定一个评审席位', en: 'A seat was assigned by lot' },
  'SeatVacated.v1': () => ({ zh: '一个评审席位出缺', en: 'A seat was vacated' }),
  'SeatExcused.v1': () => ({ zh: '一个评审席位免予评分', en: 'A seat was excused' }),
  'OfficeAssigned.v1': ({ organizationId }) => ({
    zh: '一个成员单位对应到一个单位',
    en: 'A member office was told which unit it is',
    about: { kind: 'organization', id: organizationId },
  }),
  'ListRedrawn.v1': ({ items }) => ({
    zh: `调整检查清单：${items.length} 项的分值`,
    en: `A check-list was redrawn: the points of ${items.length} items`,
  }),
  'RecusalDeclared.v1': () => undefined,
  'RecusalLifted.v1': () => undefined,
  'RollTaken.v1': ({ counts }) => {
    const told = counts.map(({ count }) => count);
    return { zh: `在册数：${told.join('、')}`, en: `On the roll: ${told.join(', ')}` };
  },
  'StageWindowSet.v1': ({ stageId, opensAt, closesAt }) => ({
    zh: `阶段 ${stageId}：${opensAt} 至 ${closesAt}`,
    en: `Stage ${stageId}: ${opensAt} to ${closesAt}`,
  }),
  'WindowSet.v1': ({ closesAt }) => ({ zh: `本轮截止时间：${closesAt}`, en: `The round ends at ${closesAt}` }),
  'DealCommitted.v1': () => undefined,
  'EntriesDealt.v1': ({ reason }) =>
    reason === null
      ? { zh: '分配评审对象', en: 'Entries were dealt out among the evaluators' }
      : { zh: '重新分配未动的评审对象', en: 'What nobody had begun was dealt out again' },
  'ConflictDismissed.v1': () => undefined,
  'RulesFrozen.v1': () => ({ zh: '规则锁定', en: 'The rules were frozen' }),
  'RoundOpened.v1': ({ entryCount }) => ({
    zh: `本轮开始，共 ${entryCount} 个对象`,
    en: `Opened with ${entryCount} entries`,
  }),
  'RoundClosed.v1': ({ closing }) => ({ zh: `本轮截止（第 ${closing} 次）`, en: `Closed (closing ${closing})` }),
  'RoundReopened.v1': ({ until, seatIds }) => ({
    zh: `为 ${seatIds.length} 个席位重新开放，至 ${until}`,
    en: `Opened again for ${seatIds.length} seats until ${until}`,
  }),
  'SheetsOpened.v1': () => ({ zh: '启封，用于统计', en: 'What was sealed was opened for the tally' }),
  'ChecklistsRead.v1': () => ({ zh: '调取检查清单，用于统计', en: 'The check-lists were read for the tally' }),
  'ChecklistCorrected.v1': ({ entryId }) => ({
    zh: '更正一个对象的检查记录',
    en: 'A finding about an entry was corrected',
    about: entry(entryId),
  }),
  'BonusesRead.v1': () => ({ zh: '调取加分认定，用于统计', en: 'Decided bonus claims were read for the tally' }),
  'BonusCorrected.v1': ({ entryId }) => ({
    zh: '更正一个对象的加分',
    en: 'A bonus of an entry was corrected',
    about: entry(entryId),
  }),
  'MeasuresRead.v1': () => ({ zh: '调取实测数据，用于统计', en: 'Measured values were read for the tally' }),
  'MeasureCorrected.v1': ({ entryId }) => ({
    zh: '更正一个对象的实测数据',
    en: 'A measured value of an entry was corrected',
    about: entry(entryId),
  }),
  'ResultComputed.v1': ({ because }) =>
    because.length === 0
      ? { zh: '统计完成', en: 'The result was computed' }
      : { zh: '重新统计完成', en: 'The result was computed again' },
  'GoingOnChosen.v1': ({ entryIds, minutesNumber }) => ({
    zh: `同名次中选定 ${entryIds.length} 个对象进入下一环节（纪要 ${minutesNumber}）`,
    en: `Of equal ones ${entryIds.length} were chosen to go on to the next phase (minutes ${minutesNumber})`,
  }),
  'ActProposed.v1': () => undefined,
  'ProposalRejected.v1': () => undefined,
  'ReopeningRequested.v1': () => undefined,
  'ReopeningRequestWithdrawn.v1': () => undefined,
  'ReopeningDeclined.v1': () => undefined,
  'AppealWindowSet.v1': () => undefined,
  // Who appealed for what is told to those whom it concerns, and to nobody else.
  'AppealFiled.v1': () => undefined,
  'AppealWithdrawn.v1': () => undefined,
  'AppealDecided.v1': () => undefined,
  'AppealReopened.v1': () => undefined,
  // What was looked up of an entry is told to the office and to the body.
  'FactAnswered.v1': () => undefined,
  'FactAnswerCorrected.v1': () => undefined,
  'OrderCommitted.v1': () => ({ zh: '封存出场抽签的底数', en: 'What the order is drawn from was committed to' }),
  'OrderDrawn.v1': () => ({ zh: '抽签确定出场顺序', en: 'The order of appearance was drawn' }),
  'EntryCalled.v1': ({ entryId }) => ({ zh: '一个对象登场', en: 'An entry was called', about: entry(entryId) }),
  'EntryPutOff.v1': ({ entryId }) => ({ zh: '一个对象顺延登场', en: 'An entry was put off', about: entry(entryId) }),
  'EntryClosed.v1': ({ entryId }) => ({ zh: '一个对象评分结束', en: 'An entry was closed', about: entry(entryId) }),
  'EntryReopened.v1': ({ entryId, seatIds }) => ({
    zh: `为 ${seatIds.length} 个席位重新开放一个对象`,
    en: `An entry was opened again for ${seatIds.length} seats`,
    about: entry(entryId),
  }),
  'MarksOpened.v1': ({ entryId }) => ({
    zh: '启封一个对象的评分',
    en: 'The marks of an entry were opened',
    about: entry(entryId),
  }),
  'ScoreShown.v1': ({ entryId }) => ({ zh: '公布一个对象的得分', en: 'A score was shown', about: entry(entryId) }),
  'RoundAnnulled.v1': () => ({ zh: '本轮作废', en: 'The round was annulled' }),
  'DecisionTaken.v1': ({ minutesNumber, meetingOn }) => ({
    zh: `${meetingOn} 研究确定（纪要 ${minutesNumber}）`,
    en: `Decided on ${meetingOn} (minutes ${minutesNumber})`,
  }),
  'DecisionAnnulled.v1': () => ({ zh: '撤销决定', en: 'The decision was annulled' }),
  'ProposalPublished.v1': () => ({ zh: '公示拟表彰对象', en: 'Those proposed were put on public notice' }),
  'ObjectionHeard.v1': () => undefined,
  'MeetingRecorded.v1': () => undefined,
  'MeetingWithdrawalAsked.v1': () => undefined,
  'MeetingAttested.v1': () => undefined,
  'MeetingRefuted.v1': () => undefined,
  'ObjectionAnswered.v1': () => undefined,
  'CircularIssued.v1': ({ documentNumber }) => ({
    zh: `印发通报 ${documentNumber}`,
    en: `The circular ${documentNumber} was issued`,
  }),
};

export const tellRound = ({ type, data }: StoredEvent): ToldFact | undefined =>
  (TOLD[type as RoundFact['type']] as Told)(data as never);
