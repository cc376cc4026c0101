import { MeritProjectsServiceService as rpcs } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import {
  type DeclaredVersion,
  type EntryOpinion,
  GetEntryOpinionsRequest,
} from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { z } from 'zod';
import { instant, sha256, word } from '../fields.ts';
import { entryRef, organizationRef, personRef } from '../naming/index.ts';
import { route, type AsSaid } from '../route.ts';
import * as shapes from './shapes.ts';

const { service, entryParams, scopeWord } = shapes;

/** What a version may differ in from the one before. */
const fieldWord = word(['title', 'answerable', 'home', 'capacity', 'continues', 'summary', 'evidence', 'dossier']);
const kindWord = word(['review', 'clearance']);
const outcomeWord = word(['passed', 'failed', 'cleared', 'blocked', 'lifted']);

const declaredVersion = z
  .object({
    version: z.number().int(),
    declaredAt: instant(),
    title: z.string(),
    answerable: z.array(personRef()),
    homeId: organizationRef(),
    capacity: z
      .string()
      .nullable()
      .meta({ description: '推荐任职人员所依据的职务 / In which an office-holder is put forward' }),
    continuesId: entryRef()
      .nullable()
      .meta({ description: '所承接的下一级对象 / The entry of a lower level that it continues' }),
    summary: z.string().meta({ description: '密钥销毁后为 ERASED / ERASED when its key was destroyed' }),
    evidence: z.array(sha256()),
    changed: z
      .array(fieldWord)
      .meta({ description: '与上一版不同之处 / What differs from the version before; empty for the first' }),
    returnedBy: shapes.returnedByWord.nullable(),
    returnReasons: z.array(z.string()),
  })
  .meta({ id: 'DeclaredVersion', description: '某一次申报的内容 / What was declared one time' });

const entryOpinion = z
  .object({
    kind: kindWord,
    version: z
      .number()
      .int()
      .nullable()
      .meta({ description: '所审核的版本；纪检意见为空 / The version that was reviewed; null for a clearance' }),
    scopes: z.array(scopeWord()).meta({ description: '征求纪检意见的范围 / What a clearance was asked about' }),
    requestedAt: instant().nullable(),
    outcome: outcomeWord.nullable().meta({ description: '空：等待中 / null: waited for' }),
    givenAt: instant().nullable(),
    liftedAt: instant().nullable(),
    answers: z.array(shapes.reviewAnswer),
    reviewerId: personRef().nullable(),
    stands: z.boolean().meta({
      description:
        '被撤销的审核、退回后旧版本的审核、已解除的阻止，均不计 / A review that was undone, or of a version that was returned since, does not count; nor does a block that was lifted',
    }),
  })
  .meta({
    id: 'EntryOpinion',
    description:
      '审核人或纪检的意见；不含纪检办理人和原因 / What a reviewer or discipline inspection said; who inspected and why is not in it',
  });

const versionOut = (version: DeclaredVersion): AsSaid<z.input<typeof declaredVersion>> => ({
  ...version,
  answerable: [...version.answerable],
  capacity: version.capacity,
  continuesId: version.continuesId,
  evidence: [...version.evidence],
  changed: version.changed.map((field) => field),
  returnedBy: version.returnedBy,
  returnReasons: [...version.returnReasons],
});

const opinionOut = (opinion: EntryOpinion): AsSaid<z.input<typeof entryOpinion>> => ({
  kind: opinion.kind,
  version: opinion.version === 0 ? null : opinion.version,
  scopes: opinion.scopes.map((scope) => scope),
  requestedAt: opinion.requestedAt,
  outcome: opinion.outcome,
  givenAt: opinion.givenAt,
  liftedAt: opinion.liftedAt,
  answers: opinion.answers.map((answer) => ({ ...answer, explanation: answer.explanation })),
  reviewerId: opinion.reviewerId,
  stands: opinion.stands,
});

/** What was declared each time, and what was said of it. */
export const opinionsQuestion = route({
  method: 'GET',
  path: '/v1/entries/{entryId}/opinions',
  summary: {
    zh: '查看历次申报（含变化）及审核、廉洁意见',
    en: 'Show what was declared each time, what differs, and every opinion on it',
  },
  tags: ['entries'],
  params: entryParams,
  answer: z.object({ versions: z.array(declaredVersion), opinions: z.array(entryOpinion) }),
  call: {
    service,
    rpc: rpcs.getEntryOpinions,
    request: ({ params }) => GetEntryOpinionsRequest.fromPartial(params),
    respond: ({ versions, opinions }) => ({
      versions: versions.map(versionOut),
      opinions: opinions.map(opinionOut),
    }),
  },
});
