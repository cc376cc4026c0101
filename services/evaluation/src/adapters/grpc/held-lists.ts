import type * as naming from '@jiangong/contracts/jiangong/evaluation/v1/naming_service';
import type * as sheets from '@jiangong/contracts/jiangong/evaluation/v1/sheet_service';
import type { HeldList } from '@jiangong/read-models';
import { wordsOf } from '@jiangong/service-host';
import { sortKeyOf } from '@jiangong/wording/search';

export const SHEET_SORTS = ['-closes', 'submitted', 'left'] as const;
type SheetSort = 'closes' | 'submitted' | 'left';
export const LOOKED_AT_SORTS = ['name', 'declared', 'prizes'] as const;

/** Sorts behind every moment: what has no end yet is open the longest. */
const WITHOUT_END = '~';

/** An evaluator's sheets are a few a year, each read whole: they are listed as they are held. */
export const sheetList = ({
  status,
  roundStatus,
}: Pick<sheets.ListMySheetsRequest, 'status' | 'roundStatus'>): HeldList<sheets.MySheet, SheetSort> => ({
  idOf: ({ roundId }) => roundId,
  sorts: {
    closes: ({ closesAt }) => (closesAt === '' ? WITHOUT_END : closesAt),
    submitted: ({ submittedAt }) => submittedAt,
    left: ({ wanted, scored }) => Math.max(wanted - scored, 0),
  },
  facets: {
    status: { of: (sheet) => sheet.status, words: wordsOf(status, 'status') },
    roundStatus: { of: (sheet) => sheet.roundStatus, words: wordsOf(roundStatus, 'roundStatus') },
  },
});

const readingsOf = ({ readings }: naming.LookedAt): readonly string[] => {
  const within = readings.filter((one) => one.in).map(({ reading }) => reading);
  return within.length === 0 ? ['none'] : within;
};

const reasonsOf = ({ readings }: naming.LookedAt): readonly string[] => [
  ...new Set(readings.flatMap(({ reasons }) => reasons.map(({ reason }) => reason))),
];

/** What a naming looked at stands whole in its state. */
export const lookedAtList = ({
  reading,
  reason,
}: Pick<naming.ListLookedAtRequest, 'reading' | 'reason'>): HeldList<
  naming.LookedAt,
  (typeof LOOKED_AT_SORTS)[number]
> => ({
  idOf: ({ organizationId }) => organizationId,
  sorts: {
    name: ({ nameZh }) => sortKeyOf(nameZh),
    declared: ({ yearsDeclared }) => yearsDeclared.length,
    prizes: ({ yearsFirstPrize }) => yearsFirstPrize.length,
  },
  facets: {
    reading: { of: readingsOf, words: wordsOf(reading, 'reading') },
    reason: { of: reasonsOf, words: wordsOf(reason, 'reason') },
  },
});
