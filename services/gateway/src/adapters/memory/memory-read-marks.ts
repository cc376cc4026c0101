import { LRUCache } from 'lru-cache';
import { type ReadMarks, REMEMBERED_MAX } from '../../application/shared-memory.ts';

/** Marks of this process's sessions. */
export const memoryReadMarks = (): ReadMarks => {
  const marks = new LRUCache<string, number>({ max: REMEMBERED_MAX });
  return {
    of: async (sessionId) => marks.get(sessionId) ?? 0,
    advance: async (sessionId, position) => {
      marks.set(sessionId, Math.max(position, marks.get(sessionId) ?? 0));
    },
  };
};
