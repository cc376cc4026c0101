import { z } from 'zod';

export const fieldProblem = z
  .object({ field: z.string(), reason: z.string(), detail: z.string() })
  .meta({ id: 'FieldProblem' });

/** RFC 9457 with the platform's members. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'urn:jiangong:problem:<reason>' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    reason: z.string().meta({ description: 'Stable; for programs' }),
    field: z.string().optional(),
    titleZh: z.string(),
    titleEn: z.string(),
    details: z.unknown().optional(),
    problems: z.array(fieldProblem).optional(),
    correlationId: z.string(),
  })
  .meta({ id: 'Problem' });
