import { LRUCache } from 'lru-cache';
import {
  ANSWER_BYTES_MAX,
  ANSWER_KEPT_MS,
  ANSWERS_MAX,
  CLAIM_MS,
  type OrderAnswer,
  type OrderAnswers,
} from '../../application/order-answers.ts';

type Kept = Readonly<{ until: number } & ({ ticket: string } | { answer: OrderAnswer })>;

/** Answers of this process's orders. `nowMs` reads a clock that only goes forward. */
export const memoryOrderAnswers = (nowMs: () => number): OrderAnswers => {
  const kept = new LRUCache<string, Kept>({ max: ANSWERS_MAX });

  return {
    claim: async (key, ticket) => {
      const found = kept.get(key);
      if (found !== undefined && found.until > nowMs()) {
        if ('answer' in found) return { kind: 'answered', answer: structuredClone(found.answer) };
        if (found.ticket !== ticket) return { kind: 'under-way' };
      }
      kept.set(key, { ticket, until: nowMs() + CLAIM_MS });
      return { kind: 'mine' };
    },
    keep: async (key, answer) => {
      if (Buffer.byteLength(JSON.stringify(answer)) > ANSWER_BYTES_MAX) kept.delete(key);
      else kept.set(key, { answer: structuredClone(answer), until: nowMs() + ANSWER_KEPT_MS });
    },
    release: async (key, ticket) => {
      const found = kept.get(key);
      if (found !== undefined && 'ticket' in found && found.ticket === ticket) kept.delete(key);
    },
  };
};
