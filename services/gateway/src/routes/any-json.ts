import { z } from 'zod';

/** Any JSON: what a template or a fact holds, whose own schema is told elsewhere. */
export const anyJson: z.ZodType<unknown, unknown> = z
  .lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(anyJson), z.record(z.string(), anyJson)]))
  .meta({ id: 'Json', description: '任意 JSON，内容另有模式 / Any JSON: its shape is told elsewhere' });

/** A document within an answer. */
export const jsonObject = (description: string) => z.record(z.string(), anyJson).meta({ description });
