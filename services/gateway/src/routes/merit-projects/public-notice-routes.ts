import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  GetPublicNoticesRequest,
  ListPublicNoticesRequest,
  type PublicNotice,
} from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { z } from 'zod';
import { day, id, instant, slug, word } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, words } from '../lists.ts';
import { answerWords } from '../answer-words.ts';
import { editionRef, organizationRef } from '../naming/index.ts';
import { route, type Route, type AsSaid } from '../route.ts';
import { service } from './shapes.ts';

const STATES = ['running', 'over', 'stopped', 'corrected'] as const;
const NOTICE_FACETS = ['state', 'about'] as const;

const publicNotice = z
  .object({
    entryId: id(),
    editionId: editionRef(),
    nominatorId: organizationRef(),
    track: slug(),
    about: word(answerWords.noticeAbout).meta({
      description:
        'entries：评分前公示；proposed：拟表彰公示 / entries before scoring, proposed when proposed for an honour',
    }),
    noticeRound: z.number().int().meta({ description: '1；再次公示的更大 / 1, or more where it was published again' }),
    title: z.string(),
    keyTask: z.string(),
    summary: z.string(),
    state: word(STATES).meta({
      description:
        'stopped：期限因撤回、取出或更正而提前终止；corrected：此后已再次公示 / stopped: its days were cut short, by a withdrawal or because it was taken out or is put right; corrected: published again since',
    }),
    takesObjections: z.boolean(),
    noticeFrom: instant(),
    noticeUntil: instant().meta({ description: '结束后的第一时刻 / The first instant after it' }),
    firstDay: day(),
    lastDay: day(),
    workingDays: z.number().int().nullable().meta({
      description:
        '不计入的第一日；该年节假日未知的为空 / The first day not counted; null where a year’s holidays are not known',
    }),
    outcome: z.object({ upheld: z.number().int(), notUpheld: z.number().int() }).nullable().meta({
      description:
        '其异议的办理结果（件数）；公示期内或尚有未答复的为空 / What came of the objections to it, in numbers; null while it runs or one is not answered',
    }),
  })
  .meta({ id: 'PublicNotice' });

const noticeOut = ({
  settled,
  upheld,
  notUpheld,
  workingDays,
  ...notice
}: PublicNotice): AsSaid<z.input<typeof publicNotice>> =>
  ({
    ...notice,
    workingDays: workingDays < 0 ? null : workingDays,
    outcome: settled ? { upheld, notUpheld } : null,
  }) as z.input<typeof publicNotice>;

/** Public notices: those that run, those that are over, and the lasting page of an entry. */
export const publicNoticeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/public/notices',
    summary: {
      zh: '公示（默认为公示中的项目）',
      en: 'Public notices; those that run, unless others are asked for',
    },
    tags: ['public'],
    public: true,
    query: z.strictObject({
      ...listQuery(['begun', 'until', 'title']),
      editionId: id().optional(),
      state: words(STATES).optional(),
      about: words(answerWords.noticeAbout).optional(),
    }),
    answer: listAnswer(publicNotice, NOTICE_FACETS),
    call: {
      service,
      rpc: rpcs.listPublicNotices,
      request: ({ query: { editionId = '', state = '', about = '', ...query } }) =>
        ListPublicNoticesRequest.fromPartial({ ...listOf(query), editionId, state, about }),
      respond: ({ notices, ...answer }) => listOut(notices.map(noticeOut), answer, NOTICE_FACETS),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/public/notices/{entryId}',
    summary: {
      zh: '某项目的历次公示（公示结束后仍可查看）',
      en: 'Every public notice of an entry, also after it ended; the newest first',
    },
    tags: ['public'],
    public: true,
    params: z.strictObject({ entryId: id() }),
    answer: z.object({ notices: z.array(publicNotice) }),
    call: {
      service,
      rpc: rpcs.getPublicNotices,
      request: ({ params }) => GetPublicNoticesRequest.fromPartial(params),
      respond: ({ notices }) => ({ notices: notices.map(noticeOut) }),
    },
  }),
];
