import { type ReadMarks, REMEMBERED_MAX } from '../../application/shared-memory.ts';

/** Marks of this process's sessions. */
export const memoryReadMarks = (): ReadMarks => {
  const marks = new Map<string, number>();
  return {
    of: async (sessionId) => marks.get(sessionId) ?? 0,
    advance: async (sessionId, position) => {
      const newest = Math.max(position, marks.get(sessionId) ?? 0);
      marks.delete(sessionId);
      const oldest = marks.keys().next();
      if (marks.size >= REMEMBERED_MAX && oldest.done !== true) marks.delete(oldest.value);
      marks.set(sessionId, newest);
    },
  };
};
