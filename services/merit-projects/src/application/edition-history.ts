import type { StoredEvent } from '@jiangong/event-store';
import {
  type Ground,
  historiesOf,
  type HistoryItem,
  historyItem,
  type HistoryPage,
  type PageRequest,
  type ToldFact,
} from '@jiangong/service-host';
import type { EditionFact } from '../domain/edition/facts.ts';
import { isAmendment, toldOf } from '../domain/edition/told.ts';
import type { CountedOf } from '../domain/needs/shares.ts';
import type { Act } from '../domain/programme.ts';
import { editionStream } from './streams.ts';

type Words = Readonly<{ zh: string; en: string }>;

/** What stages are called, by their act: as on every page (`test/contracts/named-alike.spec.ts`). */
export const STAGES: Readonly<Record<Act, Words>> = {
  plan: { zh: '提报计划', en: 'planning' },
  propose: { zh: '提名', en: 'proposing' },
  deliver: { zh: '推进', en: 'delivery' },
  declare: { zh: '申报', en: 'declaration' },
  meet: { zh: '会议', en: 'meeting' },
  review: { zh: '初审', en: 'review' },
  clear: { zh: '纪检审核', en: 'clearance' },
  notice: { zh: '公示', en: 'public notice' },
  score: { zh: '评分', en: 'scoring' },
  check: { zh: '考核', en: 'checking' },
  vote: { zh: '投票', en: 'voting' },
  decide: { zh: '研究确定', en: 'decision' },
  commend: { zh: '表彰', en: 'commendation' },
  appeal: { zh: '申诉', en: 'appeal' },
  recheck: { zh: '复核', en: 're-check' },
  'put-forward': { zh: '上报推荐', en: 'putting forward' },
  talk: { zh: '谈话', en: 'talk' },
};

const stageOf = ({ act }: Readonly<{ act: Act }>): Words => STAGES[act];

type Told = Exclude<EditionFact, { type: 'ActProposed.v1' | 'ProposalRejected.v1' }>;

const COUNTED: Readonly<Record<CountedOf, Words>> = {
  branches: { zh: '个支部', en: 'branches' },
  members: { zh: '名党员', en: 'Party members' },
};

/** Documents that templates often ask for and seldom name. */
const USUAL_DOCUMENTS: Readonly<Record<string, Words>> = {
  report: { zh: '成效报告', en: 'report of results' },
  'self-report': { zh: '自评报告', en: 'self-report' },
  deeds: { zh: '事迹材料', en: 'account of deeds' },
};

/** What the edition's template calls its documents. */
export type DocumentsNamed = (editionId: string, documents: readonly string[]) => Promise<ReadonlyMap<string, Words>>;

const documentsSentence = (
  { data }: Extract<EditionFact, { type: 'DocumentsAsked.v1' }>,
  documents: ReadonlyMap<string, Words>,
): ToldFact => {
  const asked = [...new Set(data.tracks.flatMap((track) => track.documents))];
  const named = asked.map((id) => documents.get(id) ?? USUAL_DOCUMENTS[id] ?? { zh: id, en: id });
  const zh = named.map((one) => one.zh).join('、');
  return { zh: `申报须附材料：${zh}`, en: `Declarations need documents: ${named.map((one) => one.en).join(', ')}` };
};

/** What happened, in one sentence. */
const sentence = (fact: Told, documents: ReadonlyMap<string, Words>): ToldFact => {
  switch (fact.type) {
    case 'EditionOpened.v1':
      return { zh: `开设“${fact.data.titleZh}”`, en: `Opened “${fact.data.titleEn}”` };
    case 'DocumentsAsked.v1':
      return documentsSentence(fact, documents);
    case 'RollAsked.v1': {
      const { asOf, enters } = fact.data;
      return enters
        ? { zh: `${asOf} 在册的组织全部参评`, en: `Everybody on the roll of ${asOf} enters` }
        : { zh: `以 ${asOf} 的名册计数`, en: `Shares are taken of the roll of ${asOf}` };
    }
    case 'NeedsAsked.v1': {
      const asked = fact.data.tracks.flatMap(({ needs }) => needs);
      return {
        zh: `参评条件：${asked.map(({ zh }) => zh).join('；')}`,
        en: `What is put forward needs: ${asked.map(({ en }) => en).join('; ')}`,
      };
    }
    case 'SharesAsked.v1': {
      const { shares } = fact.data;
      const zh = shares.map(({ one, counted }) => `${one} ${COUNTED[counted].zh}`).join('、');
      const en = shares.map(({ one, counted }) => `${one} ${COUNTED[counted].en}`).join(', ');
      return { zh: `名额按每 ${zh}一个计算`, en: `Numbers are one for each ${en}` };
    }
    case 'EditionAmended.v1': {
      const { effectiveOn } = fact.data;
      return { zh: `修改名称或参数，自 ${effectiveOn} 起`, en: `Changed titles or parameters, from ${effectiveOn}` };
    }
    case 'StageScheduled.v1': {
      const { opensOn, closesOn } = fact.data;
      const { zh, en } = stageOf(fact.data);
      return { zh: `安排${zh}阶段：${opensOn} 至 ${closesOn}`, en: `Scheduled ${en}: ${opensOn} to ${closesOn}` };
    }
    case 'StageRescheduled.v1': {
      const { opensOn, closesOn } = fact.data;
      const { zh, en } = stageOf(fact.data);
      return { zh: `调整${zh}阶段：${opensOn} 至 ${closesOn}`, en: `Rescheduled ${en}: ${opensOn} to ${closesOn}` };
    }
    case 'StageOpened.v1':
      return { zh: `${stageOf(fact.data).zh}阶段开始`, en: `The stage of ${stageOf(fact.data).en} opened` };
    case 'StageClosed.v1':
      return { zh: `${stageOf(fact.data).zh}阶段结束`, en: `The stage of ${stageOf(fact.data).en} closed` };
    case 'StageReopened.v1': {
      const { zh, en } = stageOf(fact.data);
      return { zh: `重新开放${zh}阶段至 ${fact.data.closesOn}`, en: `Opened ${en} again until ${fact.data.closesOn}` };
    }
    case 'LateEntryAllowed.v1': {
      const { nominatorId: id, until } = fact.data;
      const { zh, en } = stageOf(fact.data);
      const about = { kind: 'organization', id } as const;
      return { zh: `准许一个单位补办${zh}，至 ${until}`, en: `Allowed late ${en} until ${until}`, about };
    }
    case 'LateEntryEnded.v1': {
      const about = { kind: 'organization', id: fact.data.nominatorId } as const;
      const { zh, en } = stageOf(fact.data);
      return { zh: `收回一个单位补办${zh}的许可`, en: `Took late ${en} back`, about };
    }
    case 'ReviewListSet.v1': {
      const count = fact.data.items.length;
      return { zh: `设定审核清单（${count} 项）`, en: `Set the review’s check-list (${count} items)` };
    }
    case 'EditionClosed.v1':
      return { zh: '办结', en: 'Closed the edition' };
    case 'EditionAbandoned.v1':
      return { zh: '停办', en: 'Abandoned the edition' };
  }
};

const histories = historiesOf('GetEditionHistory');
const amendments = historiesOf('ListAmendments');

type FactEvent = EditionFact & Readonly<{ stored: StoredEvent }>;

const factOf = (stored: StoredEvent): FactEvent =>
  ({ type: stored.type, data: stored.data, stored }) as unknown as FactEvent;

/**
 * What happened to an edition, told from its stream, whose length its limits bound. Reasons are opened: whoever may read the edition
 * may read why it was changed.
 */
export const editionHistory = (
  ground: Ground,
  openWhy: (events: readonly StoredEvent[]) => Promise<readonly string[]>,
  documentsNamed: DocumentsNamed,
) => {
  const all = async (editionId: string): Promise<readonly (readonly [FactEvent, HistoryItem])[]> => {
    const told = toldOf((await ground.store.readStream(editionStream(editionId))).map(factOf));
    const asked = told.flatMap(({ event }) =>
      event.type === 'DocumentsAsked.v1' ? event.data.tracks.flatMap(({ documents }) => documents) : [],
    );
    const [reasons, documents] = await Promise.all([
      openWhy(told.map(({ event }) => event.stored)),
      documentsNamed(editionId, asked),
    ]);
    return told.map(({ event, changes }, at) => {
      const why = reasons[at] ?? '';
      return [event, historyItem(event.stored, { ...sentence(event as Told, documents), changes, why })] as const;
    });
  };
  return {
    history: async (request: PageRequest & Readonly<{ editionId: string }>): Promise<HistoryPage> =>
      histories.pageOf(
        request,
        (await all(request.editionId)).map(([, item]) => item),
      ),
    amendments: async (request: PageRequest & Readonly<{ editionId: string }>): Promise<HistoryPage> =>
      amendments.pageOf(
        request,
        (await all(request.editionId)).filter(([fact]) => isAmendment(fact)).map(([, item]) => item),
      ),
  };
};

export type EditionHistory = ReturnType<typeof editionHistory>;
