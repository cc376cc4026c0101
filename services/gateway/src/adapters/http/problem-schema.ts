import { z } from 'zod';
import { id } from '../../routes/fields.ts';
import { problemReason as reason } from '../../routes/problem-reason.ts';

const detail = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const fieldProblem = z.object({ field: z.string(), reason, detail: z.string() }).meta({ id: 'FieldProblem' });

/** RFC 9457 with the platform's members. */
export const problemSchema = z
  .object({
    type: z
      .string()
      .meta({ format: 'uri', description: 'urn:jiangong:problem:<原因> / urn:jiangong:problem:<reason>' }),
    title: z.string(),
    status: z.number().int().min(400).max(599),
    detail: z.string(),
    reason,
    field: z.string().optional(),
    titleZh: z.string(),
    titleEn: z.string(),
    details: z.record(z.string(), z.union([detail, z.array(detail)])).optional(),
    problems: z.array(fieldProblem).optional(),
    correlationId: id(),
  })
  .meta({ id: 'Problem' });
