import type { PersonaApi, Problem, RefusedQuestion } from '../http/persona-api.ts';

/** The platform must say no, for exactly this reason. */
export const expectRefusal = async (api: PersonaApi, reason: string, question: RefusedQuestion): Promise<Problem> => {
  const problem = await api.refused(question);
  if (problem.reason !== reason)
    throw new Error(
      `${api.name} ${question.method} ${question.path}: refused for ${problem.reason ?? problem.status}, expected ${reason}`,
    );
  return problem;
};
