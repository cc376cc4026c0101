import type { z } from 'zod';
import { textsOf } from '../../routes/field-faults.ts';
import { EdgeError, type FieldProblem } from '../../application/problem.ts';
import type { InvalidInput } from '../../routes/route-input.ts';

/** More than so many mistakes at once help nobody. */
const PROBLEMS_MAX = 20;
const FIELD_CHARS_MAX = 200;

const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('')
    .slice(0, FIELD_CHARS_MAX);

const problemsOf = (issue: z.core.$ZodIssue, part: string): FieldProblem[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .slice(0, PROBLEMS_MAX)
      .map((key) => ({ field: pathOf([...issue.path, key]), reason: 'UNKNOWN_FIELD', ...textsOf(issue) }));
  }
  const field = issue.path.length === 0 ? part : pathOf(issue.path);
  return [{ field, reason: 'INVALID_FIELD', ...textsOf(issue) }];
};

/** The shape of a request was wrong: which fields, and how. Values are never repeated. */
export const inputProblem = (invalid: InvalidInput): EdgeError => {
  const problems = invalid.issues.flatMap((issue) => problemsOf(issue, invalid.part)).slice(0, PROBLEMS_MAX);
  const first = problems[0];
  const reason = first?.reason === 'UNKNOWN_FIELD' ? 'UNKNOWN_FIELD' : 'INVALID_FIELD';
  return new EdgeError(reason, { ...(first === undefined ? {} : { field: first.field }), problems });
};
