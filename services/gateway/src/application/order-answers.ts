import { randomUUID } from 'node:crypto';

/** What an accepted order answers: JSON, its ETag's revision and its log position. */
export type OrderAnswer = Readonly<{ body: unknown; revision?: number; position?: number }>;

/** An accepted order's answer is kept so long: within it a repeat costs no service anything. */
export const ANSWER_KEPT_MS = 10 * 60_000;

/** Somebody who works on an order and dies leaves his claim for at most so long. */
export const CLAIM_MS = 25_000;

/** A larger answer is not kept; its repeat is answered by the service, from the log. */
export const ANSWER_BYTES_MAX = 8_192;

/** Answers that one process keeps in its own memory. */
export const ANSWERS_MAX = 2_000;

/** So long a repeat waits for the answer of the same order under way; then it goes on to the service, which knows it from the log. */
export const UNDER_WAY_WAIT_MS = 2_000;
const LOOK_AGAIN_MS = 25;

export type Claim = Readonly<{ kind: 'mine' } | { kind: 'under-way' } | { kind: 'answered'; answer: OrderAnswer }>;

/**
 * The answers of orders by a key that stands for the whole request (its sender, address, Idempotency-Key and contents). Every adapter
 * passes `test/shared-memory-contract`. It saves work and promises nothing: that an order is applied once is the log's matter.
 *
 * - `claim` gives the kept answer, or makes the order the caller's (`mine`) unless somebody has it under way.
 * - `keep` answers the order for `ANSWER_KEPT_MS`. - `release` gives a claim up, only one's own (`ticket`).
 */
export interface OrderAnswers {
  claim(key: string, ticket: string): Promise<Claim>;
  keep(key: string, answer: OrderAnswer): Promise<void>;
  release(key: string, ticket: string): Promise<void>;
}

/** The same answer, marked as one that was given before: as the log marks it. */
const asRepeated = (answer: OrderAnswer): OrderAnswer => {
  const { body } = answer;
  if (typeof body !== 'object' || body === null || !('receipt' in body)) return answer;
  return { ...answer, body: { ...body, receipt: { ...(body.receipt as object), repeated: true } } };
};

export type AnswerOnceParts = Readonly<{
  answers: OrderAnswers;
  pause: (ms: number) => Promise<void>;
  nowMs: () => number;
}>;

/**
 * Does an order's work once for all who send the very same order: the second is given the first's answer, and waits for it while it is
 * under way. Refusals and accidents are not kept: they changed nothing, or nobody knows, and the log decides on the repeat.
 */
export const answerOnce = async (
  { answers, pause, nowMs }: AnswerOnceParts,
  key: string,
  work: () => Promise<OrderAnswer>,
): Promise<OrderAnswer> => {
  const ticket = randomUUID();
  const until = nowMs() + UNDER_WAY_WAIT_MS;
  let claim = await answers.claim(key, ticket);
  while (claim.kind === 'under-way' && nowMs() < until) {
    await pause(LOOK_AGAIN_MS);
    claim = await answers.claim(key, ticket);
  }
  if (claim.kind === 'answered') return asRepeated(claim.answer);
  try {
    const answer = await work();
    await answers.keep(key, answer);
    return answer;
  } catch (error) {
    await answers.release(key, ticket);
    throw error;
  }
};
