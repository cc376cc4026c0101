import { z } from 'zod';
import { problemReasons } from './problem-reasons.ts';

/** Why something is refused, in a problem or in an answer that tells of a refusal. */
export const problemReason = z.enum(problemReasons).meta({
  id: 'ProblemReason',
  description: '稳定，供程序判断；以后可能增加 / Stable, for programs; there may be more in future',
});
