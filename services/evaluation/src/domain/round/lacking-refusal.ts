import type { PhaseOutcome } from '@jiangong/scoring';
import type { ScoringRefusal } from './refusals.ts';

/** Seats named in an answer, so that it stays an answer. */
const SEATS_NAMED_MAX = 20;

/** Why no result follows; undefined: one does. */
export const lackingRefusal = (outcome: PhaseOutcome): ScoringRefusal | undefined => {
  switch (outcome.kind) {
    case 'computed':
      return undefined;
    case 'lacking': {
      const [first] = outcome.lacks;
      const seats = [...new Set(outcome.lacks.flatMap(({ seatIds }) => seatIds))];
      return {
        reason: 'SHEETS_LACKING',
        field: 'roundId',
        details: {
          lack: first?.reason ?? '',
          row: first?.row ?? '',
          entryId: first?.entryId ?? '',
          lacks: outcome.lacks.length,
          seatIds: seats.slice(0, SEATS_NAMED_MAX).join(' '),
          ...(first?.items === undefined ? {} : { items: first.items.join(' ') }),
        },
      };
    }
    case 'impossible': {
      const [first] = outcome.problems;
      return {
        reason: 'TALLY_IMPOSSIBLE',
        field: 'roundId',
        details: { problem: first?.reason ?? '', at: first?.path ?? '', problems: outcome.problems.length },
      };
    }
  }
};
