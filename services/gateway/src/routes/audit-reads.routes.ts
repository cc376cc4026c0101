import { ROLES } from '@jiangong/access';
import {
  AuditServiceService,
  ListReadsRequest,
  type RecordedRead,
} from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { z } from 'zod';
import { partOfTree } from './audit-fields.ts';
import { actorOut, namedActor } from './event-actor.ts';
import { flagText, id, instant, line, word } from './fields.ts';
import { given } from './given.ts';
import { listAnswer, listOf, listOut, listQuery, words } from './lists.ts';
import { refBy } from './naming/index.ts';
import { route, serviceNames, type AsSaid } from './route.ts';

/** Kinds of what may be looked at, and whose id has a name. `log`: what was read before parts of the tree could be. */
const RESOURCES = {
  organization: 'organization',
  'organization-or-root': 'organization',
  person: 'person',
  edition: 'edition',
  entry: 'entry',
  'entry-shown': 'entry',
} as const;
const RESOURCE_KINDS = [
  ...['organization', 'organization-or-root', 'person', 'edition', 'entry', 'entry-shown'],
  ...['round', 'round-to-score', 'objection', 'stream', 'series', 'honour', 'document', 'log'],
] as const;

const ABOUT = ['identity', 'clearance', 'sealed-scores', 'proposal', 'log', 'other'] as const;
/** `none`: without a mandate, what is one's own. */
const READER_ROLES = [...ROLES, 'none'] as const;

const recordedRead = z
  .object({
    position: z.number().int(),
    readAt: instant(),
    reader: namedActor,
    about: z.enum(ABOUT).meta({
      description:
        '个人身份、廉洁意见、密封评分、提议、日志 / Identities, opinions of discipline inspection, sealed scores, proposals, the log',
    }),
    title: z.object({ zh: z.string(), en: z.string() }).meta({ description: '做了什么 / What was done' }),
    classified: z
      .boolean()
      .meta({ description: '查阅对象现为涉密或位于涉密组织之下 / It is classified now, or stands below what is' }),
    service: word(serviceNames),
    rpc: z.string(),
    resourceKind: z.enum(RESOURCE_KINDS),
    resourceId: refBy('resourceKind', RESOURCES).nullable(),
    correlationId: id(),
  })
  .meta({
    id: 'RecordedRead',
    description:
      '谁查看了个人信息、密封的评分或导出内容 / Who looked at a personal record, a sealed score or an export',
  });

const oneOf = <const T extends readonly string[]>(vocabulary: T, told: string): T[number] => {
  const found = vocabulary.find((known) => known === told);
  if (found === undefined) throw new Error(`a recorded read tells the unknown word ${told}`);
  return found;
};

const readOut = ({ titleZh, titleEn, ...read }: RecordedRead): AsSaid<z.input<typeof recordedRead>> => ({
  ...read,
  reader: actorOut(read.reader),
  about: oneOf(ABOUT, read.about),
  title: { zh: titleZh, en: titleEn },
  resourceKind: oneOf(RESOURCE_KINDS, read.resourceKind),
  resourceId: read.resourceId,
});

const FACETS = ['about', 'readerRole', 'resourceKind'] as const;

/** Who looked at what. */
export const listReads = route({
  method: 'GET',
  path: '/v1/audit/reads',
  summary: { zh: '查询查阅记录', en: 'Find recorded reads, the newest first' },
  tags: ['audit'],
  query: z.strictObject({
    ...listQuery(['read-at']),
    ...partOfTree,
    about: words(ABOUT).optional(),
    readerId: line(100).optional(),
    readerRole: words(READER_ROLES).optional(),
    resourceKind: words(RESOURCE_KINDS).optional(),
    resourceId: line(100).optional(),
    classified: flagText().optional().meta({ description: '只看涉密的 / true: only of what is classified' }),
    readFrom: instant().optional(),
    readBefore: instant().optional(),
  }),
  answer: listAnswer(recordedRead, FACETS),
  call: {
    service: 'audit',
    rpc: AuditServiceService.listReads,
    request: ({ query: { pageSize, pageToken, q, sort, ...asked } }) =>
      ListReadsRequest.fromPartial({ ...listOf({ pageSize, pageToken, q, sort }), ...given(asked) }),
    respond: (response) => listOut(response.reads.map(readOut), response, FACETS),
  },
});
