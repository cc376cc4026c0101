import { type WorkItem, WorkServiceService } from '@jiangong/contracts/jiangong/work/v1/work_service';
import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { editionRef } from './naming/index.ts';
import { EdgeError } from '../application/problem.ts';
import { instant, word } from './fields.ts';
import { type AsSaid, localRoute, type Route, type RouteOutlet, type ServiceName, serviceNames } from './route.ts';
import { parkedIn } from './work/parked-work.ts';
import { isWorkKind, WORK_KINDS, WORK_LINKS } from './work/work-links.ts';

/** The services that keep what can wait for somebody. */
const KEEPERS = ['membership', 'merit-projects', 'evaluation'] as const satisfies readonly ServiceName[];

const SUBJECT_KINDS = ['edition', 'entry', 'round', 'person', 'series', 'honour', 'year', 'policy', 'service'] as const;

const workItem = z
  .object({
    kind: word(WORK_KINDS),
    role: word(answerWords.role).nullable().meta({
      description:
        '以何角色待其办理；空：以本人身份 / In which role it waits for whoever asks; null: as that very person',
    }),
    subject: z
      .object({
        kind: word(SUBJECT_KINDS),
        id: z.string().meta({
          description:
            '编号；节假日为年份，总量控制为其工委，服务为其名称 / Its id; of holidays the year, of a policy its committee, of a service its name',
        }),
      })
      .meta({ id: 'WorkSubject' }),
    editionId: editionRef().nullable(),
    title: z.object({ zh: z.string(), en: z.string() }).nullable().meta({
      description:
        '事项名称；人员为空，其姓名在可读取之处显示 / What the subject is called; null for people, whose names stand where they may be read',
    }),
    dueAt: instant().nullable(),
    done: z.number().int().min(0),
    total: z.number().int().min(1),
    link: z.string().meta({ description: '控制台中办理此事的页面 / The page of the console where it is done' }),
  })
  .meta({ id: 'WorkItem' });
type Item = AsSaid<z.input<typeof workItem>>;

const AWAY = new Set(['UPSTREAM_UNAVAILABLE', 'DEADLINE_EXCEEDED']);

const isSubjectKind = (kind: string): kind is (typeof SUBJECT_KINDS)[number] =>
  SUBJECT_KINDS.some((known) => known === kind);

const itemOut = (item: WorkItem): Item => {
  const { kind, role, subjectKind, subjectId, editionId, titleZh, titleEn, dueAt, done, total } = item;
  if (!isWorkKind(kind) || !isSubjectKind(subjectKind)) throw new Error(`work of the unknown kind ${kind}`);
  return {
    kind,
    role,
    subject: { kind: subjectKind, id: subjectId },
    editionId,
    title: titleZh === '' ? null : { zh: titleZh, en: titleEn },
    dueAt,
    done,
    total,
    link: WORK_LINKS[kind](item),
  };
};

type Told = Readonly<{ items: readonly Item[]; cut: boolean; missing: ServiceName | null }>;
type Said = Readonly<{ items: readonly WorkItem[]; cut: boolean }>;

/** One service's part. A service that is away is told as missing; one that refuses speaks for all. */
const toldBy = async (name: ServiceName, ask: (name: ServiceName) => Promise<Said>): Promise<Told> => {
  try {
    const { items, cut } = await ask(name);
    return { items: items.map(itemOut), cut, missing: null };
  } catch (error) {
    if (error instanceof EdgeError && AWAY.has(error.reason)) return { items: [], cut: false, missing: name };
    throw error;
  }
};

/** Due first; without a moment last; then by kind and subject, so that the order never depends on who answered first. */
const placeOf = ({ dueAt, kind, subject }: Item): string => `${dueAt === '' ? '~' : dueAt} ${kind} ${subject.id}`;

/** Who asks, as far as it matters here. */
export type WorkContext = Readonly<{ session: Readonly<{ personId: string }> | undefined }>;

/** Whether somebody mends what services have parked: nobody else makes all of them answer. */
export type WorkParts = Readonly<{ mends: (personId: string) => Promise<boolean> }>;

const askAll = async (
  { mends }: WorkParts,
  { session }: WorkContext,
  outlet: RouteOutlet,
): Promise<readonly Told[]> => {
  const isMending = session !== undefined && (await mends(session.personId));
  const parked = isMending ? serviceNames : [];
  return Promise.all([
    ...KEEPERS.map((name) => toldBy(name, async () => outlet.call(name, WorkServiceService.listWork, {}))),
    ...parked.map((name) => toldBy(name, async () => parkedIn(name, outlet))),
  ]);
};

/** What waits for a person, put together from the services that keep it. */
export const workRoutes = (parts: WorkParts): readonly Route<WorkContext>[] => [
  localRoute({
    method: 'GET',
    path: '/v1/work',
    summary: {
      zh: '我的待办：待审、待办、待评、待签的事项，按期限排序',
      en: 'What waits for whoever asks, what is due first at the head; not paged: each kind is bounded',
    },
    tags: ['work'],
    answer: z.object({
      items: z.array(workItem),
      missing: z.array(word(serviceNames)).meta({
        description: '未答复的服务：其部分不在列表中 / Services that did not answer: their part is not in the list',
      }),
      cut: z
        .boolean()
        .meta({ description: '某类事项多于一次答复所能容纳的数量 / There is more of a kind than one answer holds' }),
    }),
    handle: async (_input, context: WorkContext, outlet) => {
      const told = await askAll(parts, context, outlet);
      const items = told.flatMap((part) => part.items);
      return {
        items: items.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
        missing: serviceNames.filter((name) => told.some(({ missing }) => missing === name)),
        cut: told.some(({ cut }) => cut),
      };
    },
  }),
];
