import type { components } from './generated/schema.ts';

export type Problem = components['schemas']['Problem'];

/** A refusal of the platform, as it was told, or what stands in its place where nothing of ours answered. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
    readonly retryAfterSeconds: number | null,
  ) {
    super(problem?.detail ?? `HTTP ${status}`);
  }
}

const isProblem = (told: unknown): told is Problem =>
  typeof told === 'object' && told !== null && 'reason' in told && 'titleZh' in told;

export const problemOf = (told: unknown, response: Response): Refused => {
  const seconds = Number(response.headers.get('retry-after'));
  return new Refused(response.status, isProblem(told) ? told : null, seconds > 0 ? seconds : null);
};

/** Trying again helps against a service that is away, and against nothing else. */
export const isPassing = (error: unknown): boolean => !(error instanceof Refused) || error.status >= 502;
