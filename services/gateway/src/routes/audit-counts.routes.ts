import { ROLES } from '@jiangong/access';
import { AuditServiceService, CountEventsRequest } from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { z } from 'zod';
import { factType, partOfTree, streamBeginning } from './audit-fields.ts';
import { id, instant, line, word } from './fields.ts';
import { given } from './given.ts';
import { route } from './route.ts';

/** How many events there were, for a picture of a span of time. */
export const countEvents = route({
  method: 'GET',
  path: '/v1/audit/histogram',
  summary: { zh: '按时、日、月统计事件数（北京时间）', en: 'Count events by hour, day or month of Shanghai' },
  tags: ['audit'],
  query: z.strictObject({
    ...partOfTree,
    by: word(['hour', 'day', 'month']),
    occurredFrom: instant(),
    occurredBefore: instant(),
    stream: streamBeginning().optional(),
    type: factType().optional(),
    actorId: line(100).optional(),
    actorRole: word(ROLES).optional(),
    actorOrganization: id().optional(),
  }),
  answer: z.object({
    items: z
      .array(z.object({ from: instant(), events: z.number().int() }).meta({ id: 'EventCount' }))
      .meta({ description: '没有事件的时段不列出 / Spans without events are left out' }),
  }),
  call: {
    service: 'audit',
    rpc: AuditServiceService.countEvents,
    request: ({ query }) => CountEventsRequest.fromPartial(given(query)),
    respond: ({ counts }) => ({ items: counts.map((count) => ({ ...count })) }),
  },
});
