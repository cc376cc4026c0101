import { z } from 'zod';
import { id } from '../fields.ts';
import { problemReason } from '../problem-reason.ts';

/** Entries of one batch. */
export const BATCH_ENTRIES_MAX = 100;

/** The entries of a batch, so many at least. */
export const entryIds = (min: number) =>
  z
    .array(id())
    .min(min)
    .max(BATCH_ENTRIES_MAX)
    .refine((ids) => new Set(ids).size === ids.length)
    .meta({ description: '每项只列一次 / Each once' });

export const dryRun = () =>
  z.boolean().default(false).meta({
    description:
      '仅试算：按同样的规则判定，不作改动 / Only told what would happen: decided by the same rules, nothing is changed',
  });

export const outcomeWords = ['done', 'would-be-done', 'refused'] as const;

export const outcomeWord = (told: string): (typeof outcomeWords)[number] =>
  told === 'done' || told === 'would-be-done' ? told : 'refused';

/** Why one entry of a batch was refused. */
export const entryRefusal = z.object({
  reason: problemReason.meta({
    description: '与单独办理该对象时的拒绝原因相同 / As the order for this entry alone would be refused',
  }),
  field: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

type Told = Readonly<{
  outcome: string;
  reason: string;
  field: string;
  zh: string;
  en: string;
  detailsJson: string;
}>;

export const refusalOut = ({ outcome, reason, field, zh, en, detailsJson }: Told) => {
  if (outcomeWord(outcome) !== 'refused') return null;
  const details = JSON.parse(detailsJson) as Record<string, string | number>;
  return { reason, field, zh, en, details };
};
