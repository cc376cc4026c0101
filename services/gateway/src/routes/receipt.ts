import { z } from 'zod';
import { factType } from './audit-fields.ts';
import { id, sha256 } from './fields.ts';
import type { Receipt } from '@jiangong/contracts/jiangong/receipt/v1/receipt';

export const receipt = z
  .object({
    events: z.array(z.object({ eventId: id(), type: factType(), hash: sha256() })),
    revision: z
      .number()
      .int()
      .meta({ description: '所改内容的最后版本号，即其 ETag / The last revision of what was changed: its ETag' }),
    position: z.number().int().meta({
      description:
        '要看到此次办理结果，读取须达到的日志位置 / The log position a reader must have passed to see this order',
    }),
    repeated: z.boolean().meta({
      description:
        '为真表示此前已受理过同一请求，此为首次答复 / True when the same order had been accepted before: this is its first answer',
    }),
  })
  .meta({ id: 'Receipt' });

/** The answer of an order that has nothing to add to its receipt. */
export const receiptAnswer = z.object({ receipt }).meta({ id: 'Accepted' });

/** The receipt of an accepted order. An order's response without one is a bug of the service. */
export const receiptOut = (given: Receipt | undefined): z.input<typeof receipt> => {
  if (given === undefined) throw new Error('the service answered an order without a receipt');
  return {
    events: given.events.map((event) => ({ ...event })),
    revision: given.revision,
    position: given.position,
    repeated: given.repeated,
  };
};

/** `respond` of most orders. */
export const accepted = (response: { readonly receipt?: Receipt | undefined }): z.input<typeof receiptAnswer> => ({
  receipt: receiptOut(response.receipt),
});
