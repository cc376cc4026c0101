import type { Need, QuotaShare } from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import type { KeyVault } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { type NeedyEntry, type TellNeeds, toldNeeds } from '../../application/tell-needs.ts';
import { type AskedNeeds, type JudgedNeed, needsOf } from '../../domain/needs/needs.ts';
import { listOf, openProse } from './kept-prose.ts';

type Tested = Readonly<{ asOf: string; needs: string; answers: string; stream: string; prose: string }>;
type Answer = Readonly<{ needId: string; met: boolean }>;

/** Standings in which the next thing that may be done of an entry is to declare it: what is needed is told as it is known now. */
const BEFORE_DECLARING: readonly string[] = ['planned', 'underway', 'returned'];

const lastTested = async (rows: Rows, entryId: string): Promise<Tested | undefined> =>
  (
    await rows.query<Tested>(
      'select as_of as "asOf", needs, answers, stream, prose from declaration_needs where entry_id = $1 order by version desc limit 1',
      [entryId],
    )
  )[0];

/** What was found with the last version, and what its reviewer answered. */
const testedNeeds = async (
  { rows, privacy }: Readonly<{ rows: Rows; privacy: KeyVault }>,
  entryId: string,
  asked: AskedNeeds,
): Promise<Need[]> => {
  const tested = await lastTested(rows, entryId);
  if (tested === undefined) return [];
  const [prose] = await openProse(privacy, [{ prose: tested.prose, stream: tested.stream, type: 'NeedsAnswered.v1' }]);
  const grounds = listOf<string>(prose, 'grounds');
  const answers = (JSON.parse(tested.answers) as readonly Answer[]).map(
    ({ needId, met }, at) => [needId, { met, ground: grounds[at] ?? 'ERASED' }] as const,
  );
  return toldNeeds(asked.needs, JSON.parse(tested.needs) as JudgedNeed[], tested.asOf, new Map(answers));
};

type Of = NeedyEntry & Readonly<{ entryId: string; standing: string }>;

/** What is told of an entry's needs and of its nominator's number; of an edition that asks nothing, nothing is looked for. */
export const needsOfEntry = async (
  ground: Readonly<{ rows: Rows; privacy: KeyVault }>,
  tell: TellNeeds,
  { entry, asked }: Readonly<{ entry: Of; asked: readonly AskedNeeds[] | null }>,
  now: string,
): Promise<Readonly<{ needs: Need[]; share: QuotaShare | undefined }>> => {
  if (asked === null) return { needs: [], share: undefined };
  const ofTrack = needsOf(asked, entry.track);
  const isAhead = BEFORE_DECLARING.includes(entry.standing);
  const needs =
    ofTrack === undefined
      ? []
      : isAhead
        ? await tell.now(entry, now)
        : await testedNeeds(ground, entry.entryId, ofTrack);
  return { needs, share: await tell.share(entry, now) };
};
