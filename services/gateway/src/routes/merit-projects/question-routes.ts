import type { Declaration, Entry } from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  GetDossierRequest,
  GetEntryHistoryRequest,
  GetEntryRequest,
  ListEntriesRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { GetClearanceRequest } from '@jiangong/contracts/jiangong/merit_projects/v1/reviews';
import { z } from 'zod';
import { anyJson } from '../any-json.ts';
import { answerWords } from '../answer-words.ts';
import { factType } from '../audit-fields.ts';
import { id, instant, pageAnswer, pageOf, pageOut, pageQuery, sha256, word, slug } from '../fields.ts';
import { listAnswer, listOf, listOut, listQuery, templateWords, words } from '../lists.ts';
import { personRef, refBy } from '../naming/index.ts';
import { route, type Route, type AsSaid } from '../route.ts';
import { objectionQuestion } from './objection-question.ts';
import { opinionsQuestion } from './opinions-question.ts';
import { needOut, needs, quotaShare, quotaShareOut } from './need-shapes.ts';
import * as shapes from './shapes.ts';

const tags = ['entries'];
const { service, entryParams } = shapes;

const entryOut = (entry: Entry | undefined): AsSaid<z.input<typeof shapes.entry>> => {
  if (entry === undefined) throw new Error('the service answered without an entry');
  return { ...entry };
};

/** An entry as a list shows it: its plan in full stands with the single one. */
const entryLine = shapes.entry.omit({ measures: true }).meta({ id: 'EntryLine' });

const entryLineOut = ({ measures: _measures, ...line }: Entry): AsSaid<z.input<typeof entryLine>> => line;

const ENTRY_FACETS = ['standing', 'track', 'award', 'claim', 'brought'] as const;

const declarationOut = (declaration: Declaration): AsSaid<z.input<typeof shapes.declaration>> => ({ ...declaration });

const historyEntry = z
  .object({
    position: z.number().int(),
    revision: z.number().int(),
    eventId: id(),
    type: factType(),
    occurredAt: instant(),
    actorKind: word(answerWords.actorKind),
    actorId: refBy('actorKind', { person: 'person' }).nullable(),
    actorRole: word(answerWords.role).nullable(),
    hash: sha256(),
    data: anyJson.meta({ description: '事件（不含密封内容） / The event without what is sealed' }),
  })
  .meta({ id: 'HistoryEntry' });

const clearanceFile = z
  .object({
    fileId: id(),
    caption: z.string(),
    mediaType: z.string().nullable(),
    bytes: z.number().int(),
    addedAt: instant(),
    addedBy: personRef(),
    destroyedAt: instant().nullable(),
  })
  .meta({ id: 'ClearanceFile' });

const clearance = z
  .object({
    clearanceId: id(),
    scopes: z.array(word(answerWords.scope)),
    requestedAt: instant().nullable(),
    outcome: word(answerWords.clearanceOutcome).nullable(),
    opinions: z.array(z.object({ scope: word(answerWords.scope), outcome: word(answerWords.clearanceOutcome) })),
    why: z.string().nullable(),
    opinionNumber: z.string().nullable(),
    inspectorPersonId: personRef().nullable(),
    givenAt: instant().nullable(),
    liftedAt: instant().nullable(),
    liftedBy: personRef().nullable(),
    liftedWhy: z.string().nullable(),
    files: z.array(clearanceFile).meta({
      description:
        '在 /v1/entries/{entryId}/clearance/files/{fileId} 读取 / Each is read at /v1/entries/{entryId}/clearance/files/{fileId}',
    }),
  })
  .meta({ id: 'Clearance' });

/** What may be asked about entries. */
export const questionRoutes: readonly Route[] = [
  objectionQuestion,
  opinionsQuestion,
  route({
    method: 'GET',
    path: '/v1/entries',
    summary: { zh: '列出某组织及其下属的项目', en: 'List the entries of an organization and everything below it' },
    tags,
    query: z.strictObject({
      ...listQuery(['planned', 'title', 'due', 'standing', 'objections']),
      organizationId: id(),
      editionId: id().optional(),
      nominatorId: id().optional(),
      standing: words(answerWords.standing).optional(),
      track: templateWords().optional(),
      award: templateWords().optional(),
      claim: words(answerWords.claim).optional().meta({
        description:
          '审核由谁认领；none：不待审核，或无权得知 / Whose the review is; none: none waits, or it is not told',
      }),
      brought: words(answerWords.brought).optional().meta({
        description: '在册对象自行申报的情况 / What whoever stands on a roll brings itself',
      }),
    }),
    answer: listAnswer(entryLine, ENTRY_FACETS),
    call: {
      service,
      rpc: rpcs.listEntries,
      request: ({ query }) => {
        const {
          organizationId,
          editionId = '',
          nominatorId = '',
          standing = '',
          track = '',
          award = '',
          claim = '',
          brought = '',
        } = query;
        return ListEntriesRequest.fromPartial({
          ...{ ...listOf(query), organizationId, editionId, nominatorId },
          ...{ standing, track, award, claim, brought },
        });
      },
      respond: (response) => listOut(response.entries.map(entryLineOut), response, ENTRY_FACETS),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/entries/{entryId}',
    summary: { zh: '查看项目', en: 'Show an entry' },
    tags,
    params: entryParams,
    answer: z.object({
      entry: shapes.entry,
      milestones: z.array(shapes.milestone),
      declarations: z.array(shapes.declaration),
      documents: z.array(slug()).meta({
        description:
          '申报须附的材料：以 documents 注明是哪个文件 / What has to be attached when it is declared: say in `documents` which file each is',
      }),
      documentNames: z.array(shapes.documentName).meta({ description: shapes.DOCUMENT_NAMES }),
      needs: needs(),
      share: quotaShare.nullable(),
      voteRank: z.number().int().nullable().meta({
        description:
          '候选人在支部投票中的名次；没有或不告知时为空 / Of a candidate: its rank in the vote of its branch; null: none, or not told',
      }),
    }),
    call: {
      service,
      rpc: rpcs.getEntry,
      request: ({ params }) => GetEntryRequest.fromPartial(params),
      respond: ({ entry, milestones, declarations, documents, documentNames, needs: asked, share, voteRank }) => ({
        entry: entryOut(entry),
        milestones: milestones.map((milestone) => ({ ...milestone, completedOn: milestone.completedOn })),
        declarations: declarations.map(declarationOut),
        documents: [...documents],
        documentNames: documentNames.map((one) => ({ ...one })),
        needs: asked.map(needOut),
        share: quotaShareOut(share),
        voteRank: voteRank === 0 ? null : voteRank,
      }),
      revision: ({ entry }) => entryOut(entry).revision,
    },
  }),
  route({
    method: 'GET',
    path: '/v1/entries/{entryId}/dossier',
    summary: { zh: '查看项目进展材料', en: 'Show what was reported of an entry' },
    tags,
    params: entryParams,
    answer: z.object({
      reports: z.array(
        z.object({
          reportId: id(),
          report: z.string(),
          evidence: z.array(sha256()),
          reportedAt: instant(),
        }),
      ),
      featuredNote: z.string().nullable(),
      featuredLink: z.string().nullable(),
    }),
    call: {
      service,
      rpc: rpcs.getDossier,
      request: ({ params }) => GetDossierRequest.fromPartial(params),
      respond: ({ reports, featuredNote, featuredLink }) => ({
        reports: reports.map((report) => ({ ...report, evidence: [...report.evidence] })),
        featuredNote,
        featuredLink,
      }),
    },
  }),
  route({
    method: 'GET',
    path: '/v1/entries/{entryId}/history',
    summary: { zh: '查看项目全过程', en: 'Show everything that happened to an entry' },
    tags,
    params: entryParams,
    query: z.strictObject(pageQuery),
    answer: pageAnswer(historyEntry),
    call: {
      service,
      rpc: rpcs.getEntryHistory,
      request: ({ params, query }) => GetEntryHistoryRequest.fromPartial({ ...params, ...pageOf(query) }),
      respond: ({ entries, nextPageToken }) => {
        const shown = entries.map(({ dataJson, actorId, actorRole, ...entry }) => ({
          ...entry,
          actorId,
          actorRole,
          data: JSON.parse(dataJson) as unknown,
        }));
        return pageOut(shown, nextPageToken);
      },
    },
  }),
  route({
    method: 'GET',
    path: '/v1/entries/{entryId}/clearance',
    summary: {
      zh: '查看纪检意见（仅限纪检，查阅留痕）',
      en: 'Show the opinions of discipline inspection, to inspectors; the read is recorded',
    },
    tags: ['review'],
    params: entryParams,
    answer: z.object({ items: z.array(clearance) }),
    call: {
      service,
      rpc: rpcs.getClearance,
      request: ({ params }) => GetClearanceRequest.fromPartial(params),
      respond: ({ clearances }) => ({
        items: clearances.map(({ clearanceId, scopes, opinions, ...given }) => ({
          clearanceId,
          scopes: [...scopes],
          opinions: opinions.map((opinion) => ({ ...opinion })),
          requestedAt: given.requestedAt,
          outcome: given.outcome,
          why: given.why,
          opinionNumber: given.opinionNumber,
          inspectorPersonId: given.inspectorPersonId,
          givenAt: given.givenAt,
          liftedAt: given.liftedAt,
          liftedBy: given.liftedBy,
          liftedWhy: given.liftedWhy,
          files: given.files.map((file) => ({ ...file })),
        })),
      }),
    },
  }),
];
