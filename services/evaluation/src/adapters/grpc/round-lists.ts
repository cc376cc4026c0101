import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import type { Entry, Round, Seat } from '@jiangong/contracts/jiangong/evaluation/v1/rounds';
import type { HeldList } from '@jiangong/read-models';
import { wordsOf } from '@jiangong/service-host';
import { sortKeyOf } from '@jiangong/wording/search';

export const ROUND_SORTS = ['phase', 'closes'] as const;
export const SEAT_SORTS = ['seat', 'source'] as const;
export const ENTRY_SORTS = ['entry', 'title', 'track'] as const;

/** So many digits as keep ordinals in their order. */
const ORDINAL_DIGITS = 3;

export const roundList = ({
  status,
  phase,
}: Pick<rpc.ListRoundsRequest, 'status' | 'phase'>): HeldList<Round, (typeof ROUND_SORTS)[number]> => ({
  idOf: ({ roundId }) => roundId,
  sorts: {
    phase: (round) => `${round.phase} ${String(round.ordinal).padStart(ORDINAL_DIGITS, '0')}`,
    closes: ({ closesAt }) => closesAt,
  },
  facets: {
    status: { of: (round) => round.status, words: wordsOf(status, 'status') },
    phase: { of: (round) => round.phase, words: wordsOf(phase, 'phase') },
  },
});

export const seatList = ({
  source,
  held,
  sheet,
}: Pick<rpc.ListSeatsRequest, 'source' | 'held' | 'sheet'>): HeldList<Seat, (typeof SEAT_SORTS)[number]> => ({
  idOf: ({ seatId }) => seatId,
  sorts: { seat: ({ seatId }) => seatId, source: ({ sourceId }) => sourceId },
  facets: {
    source: { of: ({ sourceId }) => sourceId, words: wordsOf(source, 'source') },
    held: { of: (seat) => seat.held, words: wordsOf(held, 'held') },
    sheet: { of: ({ submitted }) => (submitted ? 'submitted' : 'missing'), words: wordsOf(sheet, 'sheet') },
  },
});

export const entryList = ({
  track,
  recused,
}: Pick<rpc.ListEntriesRequest, 'track' | 'recused'>): HeldList<Entry, (typeof ENTRY_SORTS)[number]> => ({
  idOf: ({ entryId }) => entryId,
  sorts: { entry: ({ entryId }) => entryId, title: ({ title }) => sortKeyOf(title), track: (entry) => entry.track },
  facets: {
    track: { of: (entry) => entry.track, words: wordsOf(track, 'track') },
    recused: { of: (entry) => entry.recused || 'none', words: wordsOf(recused, 'recused') },
  },
});
