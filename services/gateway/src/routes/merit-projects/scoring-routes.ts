import { GetMySheetRequest, SheetServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  type EntryToScore,
  GetEntryToScoreRequest,
  ListEntriesToScoreRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/scoring';
import { z } from 'zod';
import { editionRef, organizationRef, personRef, subjectRef } from '../naming/index.ts';
import { day, id, instant, pageAnswer, pageOf, pageOut, pageQuery, sha256, slug } from '../fields.ts';
import { localRoute, route, type Route, type AsSaid } from '../route.ts';
import { sheetStatusWord } from '../evaluation/shapes.ts';
import { evidenceKind } from './file-routes.ts';
import * as shapes from './shapes.ts';

const { service, entryParams } = shapes;
const tags = ['evaluation'];

export const entryToScore = z
  .object({
    entryId: id(),
    editionId: editionRef(),
    nominatorId: organizationRef(),
    subjectKind: shapes.subjectKindWord(),
    subjectId: subjectRef(),
    track: slug(),
    homeId: organizationRef(),
    answerable: z.array(personRef()).meta({
      description:
        '负责人在前；与其中任何人有密切关系的应声明回避 / The leader first; whoever is close to one of them declares a recusal',
    }),
    title: z.string(),
    summary: z.string(),
    files: z.number().int().meta({ description: '申报材料与档案的文件 / Files of the declaration and of the dossier' }),
    reports: z.number().int(),
  })
  .meta({ id: 'EntryToScore' });

export const entryToScoreOut = (entry: EntryToScore): AsSaid<z.input<typeof entryToScore>> => ({
  ...entry,
  subjectKind: entry.subjectKind,
  answerable: [...entry.answerable],
});

const report = z
  .object({ reportId: id(), report: z.string(), evidence: z.array(sha256()), reportedAt: instant() })
  .meta({ id: 'ReportToScore' });

const fileToScore = z
  .object({
    sha256: sha256(),
    mediaType: z.string(),
    bytes: z.number().int(),
    kind: evidenceKind.nullable(),
    caption: z.string().nullable().meta({
      description: '申报单位对材料的说明；空：未说明 / What the unit says that it shows; null: nobody said',
    }),
    destroyed: z
      .boolean()
      .meta({ description: '已销毁，内容不再保存 / It was destroyed: its content is kept no longer' }),
  })
  .meta({ id: 'FileToScore' });

const myEntry = entryToScore
  .extend({
    scored: z.number().int().meta({
      description:
        '本人评分表中该对象已有的打分数；提交后为 0 / Marks that the own sheet holds of it; 0 once it is submitted',
    }),
    wanted: z.number().int().meta({ description: '所需的打分数 / Marks that it needs' }),
  })
  .meta({ id: 'MyEntry' });

/** What is written about an entry is another service's than how far the sheet is: both, in one answer. */
const myEntries: Route = localRoute({
  method: 'GET',
  path: '/v1/rounds/{roundId}/my-entries',
  summary: {
    zh: '我在本次评分中应评的对象：名称、单位、类别、摘要和本人评分进度',
    en: 'The entries of a round that the caller scores: title, unit, track, summary, and how far the own sheet is; by id',
  },
  tags,
  params: z.strictObject({ roundId: id() }),
  query: z.strictObject(pageQuery),
  namesPeopleShown: true,
  answer: pageAnswer(myEntry).extend({ total: z.number().int(), sheet: sheetStatusWord }),
  handle: async ({ params, query }, _context, outlet) => {
    const [listed, sheet] = await Promise.all([
      outlet.call(
        service,
        rpcs.listEntriesToScore,
        ListEntriesToScoreRequest.fromPartial({ ...params, ...pageOf(query) }),
      ),
      outlet.call('evaluation', SheetServiceService.getMySheet, GetMySheetRequest.fromPartial(params)),
    ]);
    const progress = new Map(sheet.entries.map((entry) => [entry.entryId, entry]));
    const rows = listed.entries.map((entry) => ({
      ...entryToScoreOut(entry),
      scored: progress.get(entry.entryId)?.scored ?? 0,
      wanted: progress.get(entry.entryId)?.wanted ?? 0,
    }));
    const { total } = listed;
    return { ...pageOut(rows, listed.nextPageToken), total, sheet: sheet.status };
  },
});

/** What evaluators read of the entries that they score, and nothing else of them. */
export const scoringRoutes: readonly Route[] = [
  myEntries,
  route({
    method: 'GET',
    path: '/v1/entries/{entryId}/to-score',
    summary: {
      zh: '评委查阅应评对象：申报摘要、进展与佐证清单',
      en: 'What an evaluator reads of an entry that he scores: declaration, dossier and files, in one answer',
    },
    tags,
    params: entryParams,
    namesPeopleShown: true,
    answer: z
      .object({
        entry: entryToScore,
        keyTask: z.string().nullable(),
        measures: z.string().nullable(),
        dueOn: day().nullable(),
        declaredAt: instant(),
        evidence: z.array(sha256()).meta({ description: '最近一次申报的文件 / Files of the latest declaration' }),
        milestones: z.array(shapes.milestone),
        reports: z.array(report),
        files: z.array(fileToScore).meta({
          description: '均在 /v1/evidence/{sha256}?entryId= 读取 / Each is read at /v1/evidence/{sha256}?entryId=',
        }),
      })
      .meta({ id: 'WholeEntryToScore' }),
    call: {
      service,
      rpc: rpcs.getEntryToScore,
      request: ({ params }) => GetEntryToScoreRequest.fromPartial(params),
      respond: ({ entry, keyTask, measures, dueOn, declaredAt, evidence, milestones, reports, files }) => {
        if (entry === undefined) throw new Error('the service answered without an entry');
        return {
          entry: entryToScoreOut(entry),
          keyTask,
          measures,
          dueOn,
          declaredAt,
          evidence: [...evidence],
          milestones: milestones.map((milestone) => ({ ...milestone, completedOn: milestone.completedOn })),
          reports: reports.map((one) => ({ ...one, evidence: [...one.evidence] })),
          files: files.map((file) => ({ ...file, kind: file.kind })),
        };
      },
    },
  }),
];
