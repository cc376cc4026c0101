import type { ExpectedEnd } from '../play/acts/decision.ts';
import { inParallel } from '../play/in-parallel.ts';
import type { Play } from '../play/play.ts';

type Awards = Readonly<{
  entries: readonly Readonly<{ entryId: string; title: string; grade: string; gradeZh: string; rank: number }>[];
  leaders: readonly Readonly<{ personId: string }>[];
  organizations: readonly Readonly<{ organizationId: string }>[];
}>;

export type RankedEntry = Readonly<{
  entryId: string;
  rank: number;
  score: number;
  numerator: string;
  denominator: string;
}>;

/** What a round leaves behind, as the API shows it. */
export type EditionOutcome = Readonly<{
  year: number;
  awards: Awards;
  result: Readonly<{ decimals: number; entries: readonly RankedEntry[] }>;
  /** What computes: sources and phases. */
  tables: unknown;
  scoreSheets: unknown;
}>;

export const readOutcome = async (play: Play, year: number): Promise<EditionOutcome> => {
  const path = `/v1/rounds/${play.round(year)}`;
  const auditor = play.as('auditor-1');
  const { awards } = await play.as('officer-1').get<{ awards: Awards }>(`${path}/awards`);
  const { result } = await auditor.get<{ result: EditionOutcome['result'] }>(`${path}/result`);
  const { inputs, tables } = await auditor.get<{ inputs: unknown; tables: unknown }>(`${path}/score-sheets`);
  return { year, awards, result, tables, scoreSheets: inputs };
};

const differences = (what: string, expected: readonly string[], seen: readonly string[]): readonly string[] => {
  const [wanted, found] = [new Set(expected), new Set(seen)];
  const missing = expected.filter((one) => !found.has(one));
  const unexpected = seen.filter((one) => !wanted.has(one));
  const twice = seen.length === found.size ? [] : ['something stands twice'];
  return [...missing.map((one) => `missing ${one}`), ...unexpected.map((one) => `unexpected ${one}`), ...twice].map(
    (fault) => `${what}: ${fault}`,
  );
};

/** Every awarded entry stands as commended, with its document number. */
const commendationFaults = async (
  play: Play,
  { year, awards, documentNumber }: ExpectedEnd,
): Promise<readonly string[]> => {
  const faults = await inParallel(awards, async ({ entry }) => {
    const { entry: seen } = await play
      .as('officer-2')
      .get<{ entry: { standing: string; documentNumber: string | null } }>(`/v1/entries/${play.entry(entry).entryId}`);
    return seen.standing === 'commended' && seen.documentNumber === documentNumber
      ? []
      : [`${year}: ${entry} stands as ${seen.standing} ${seen.documentNumber ?? ''}`];
  });
  return faults.flat();
};

/** Everything in which an edition ended otherwise than the story says. */
export const editionFaults = async (
  play: Play,
  end: ExpectedEnd,
  outcome: EditionOutcome,
): Promise<readonly string[]> => {
  const idOf = (entry: string): string => play.entry(entry).entryId;
  const { year } = end;
  return [
    ...differences(
      `${year} ranking`,
      end.ranking.map(({ entry, rank, score }) => `${idOf(entry)} at ${rank} with ${score}`),
      outcome.result.entries.map(({ entryId, rank, score }) => `${entryId} at ${rank} with ${score}`),
    ),
    ...differences(
      `${year} awards`,
      end.awards.map(({ entry, grade }) => `${idOf(entry)} ${grade}`),
      outcome.awards.entries.map(({ entryId, grade }) => `${entryId} ${grade}`),
    ),
    ...differences(
      `${year} leaders`,
      end.leaders.map((code) => play.person(code)),
      outcome.awards.leaders.map(({ personId }) => personId),
    ),
    ...differences(
      `${year} excellent organizations`,
      end.excellentUnits.map((code) => play.organization(code)),
      outcome.awards.organizations.map(({ organizationId }) => organizationId),
    ),
    ...(await commendationFaults(play, end)),
  ];
};
