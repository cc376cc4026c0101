import { blindToken, unblind } from '../../../../services/evaluation/test/voter.ts';
import { inParallel } from '../../demo/play/in-parallel.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, PlayedEntry, StageDays } from '../edition.ts';
import { findRound } from './scoring.ts';

type Made = Readonly<{ batchId: string; codes: readonly string[] }>;
type Held = Readonly<{
  ballotId: string;
  boxId: string;
  publicKey: string;
  title: string;
  levels: readonly Readonly<{ level: string }>[];
}>;
type Batches = Readonly<{
  items: readonly Readonly<{
    sourceId: string;
    batches: readonly Readonly<{ batchId: string; made: number; voided: number; standing: string }>[];
  }>[];
}>;

const SECOND = 'inspector-1';
/** Of so many entries as many vote as count, and one more: of all would be a thousand calls and more. */
const FULLY_VOTED = 3;
/** So many of the others, where that is fewer than are counted. */
const FEW = 2;
/** Of a batch that was lost before anybody had one of them. */
const LOST = 3;
/** How far luck takes a vote from what an entry deserves. */
const NOISE = 30;

const isAs = (what: string, found: unknown, expected: unknown): void => {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(found)} where ${JSON.stringify(expected)} was expected`);
};

/** The ballots of a stage in which the public votes by codes. */
export const codeSourcesOf = ({ compiled }: PlayedEdition, { by }: StageDays): readonly string[] =>
  compiled.sources.flatMap((source) =>
    source.kind === 'ballot' &&
    source.filling.byCode === true &&
    source.filling.electorates.some(({ who }) => by.includes(who))
      ? [source.id]
      : [],
  );

/** Fewer votes about an entry count for nobody. */
const leastOf = ({ compiled }: PlayedEdition, sourceId: string): number =>
  Math.max(
    ...compiled.sources.flatMap((one) =>
      one.kind === 'ballot' && one.id === sourceId ? one.tables.map(({ least }) => least) : [],
    ),
  );

const reasonOf = async (edition: PlayedEdition, code: string): Promise<string | undefined> =>
  (
    await edition.play.public.refused({
      ...{ method: 'POST', path: '/v1/public/vote-codes', key: edition.key(`use ${code}`) },
      body: { code, blinded: `${'A'.repeat(341)}A` },
    })
  ).reason;

/** A batch that is lost is void once a second person has said so; whoever proposed it can not, and no repeated order tells a code. */
const loseBatch = async (edition: PlayedEdition, path: string, entryId: string): Promise<void> => {
  const making = { entryId, count: LOST };
  const { batchId, codes } = await edition.order<Made>(FIRST_OFFICER, path, making);
  isAs('codes of a repeated order', (await edition.order<Made>(FIRST_OFFICER, path, making)).codes, []);
  const batch = `${path}/batches/${batchId}/voiding`;
  await edition.order(FIRST_OFFICER, batch, { why: '整叠遗失（虚构）。' });
  const alone = await edition.play.as(FIRST_OFFICER).refused({
    ...{ method: 'POST', path: `${batch}/carry-out`, key: edition.key(`alone ${batchId}`), body: {} },
  });
  isAs('a batch that one person voids', alone.reason, 'SECOND_PERSON_NEEDED');
  await edition.order(SECOND, `${batch}/carry-out`);
  isAs('a void code', await reasonOf(edition, codes[0] ?? ''), 'VOTE_CODE_NOT_GOOD');
};

/** On the first day of its stage the office prints codes for the users of each entry. */
export const printCodes = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const roundId = await findRound(edition, stage.phase ?? '');
  for (const sourceId of codeSourcesOf(edition, stage)) {
    const path = `/v1/rounds/${roundId}/vote-codes/${sourceId}`;
    await loseBatch(edition, path, edition.entries[0]?.entryId ?? '');
    const least = leastOf(edition, sourceId);
    for (const [at, { entryId }] of edition.entries.entries()) {
      const count = at < FULLY_VOTED || least <= FEW ? least + 1 : FEW;
      const { codes } = await edition.order<Made>(FIRST_OFFICER, path, { entryId, count });
      edition.printed.push({ sourceId, entryId, codes });
    }
    const { items } = await edition.get<Batches>(FIRST_OFFICER, `/v1/rounds/${roundId}/vote-codes`);
    const void_ = items.flatMap(({ batches }) => batches).filter(({ standing }) => standing === 'void');
    isAs('void batches', void_.map(({ made, voided }) => [made, voided]).at(-1), [LOST, LOST]);
  }
};

const levelOf = (edition: PlayedEdition, { standing }: PlayedEntry, of: string, levels: number): number => {
  const off = Math.min(99, Math.max(0, 100 - standing + edition.dice(`code vote ${of}`).between(-NOISE, NOISE)));
  return Math.floor((off * levels) / 100);
};

/** One user: looks what the code is for, has a token signed, and hands in the ballot, in nobody's name. */
const voteBy = async (edition: PlayedEdition, code: string, choose: (levels: number) => number): Promise<Held> => {
  const { play } = edition;
  const typed = code.toLowerCase().replaceAll('-', ' ');
  const held = await play.public.get<Held>('/v1/public/vote-codes', { 'vote-code': typed });
  const kept = await blindToken(held);
  const using = { path: '/v1/public/vote-codes', body: { code: typed, blinded: kept.blinded } };
  const key = edition.key(`use ${code} ${kept.blinded}`);
  const { blindSignature } = await play.public.order<{ blindSignature: string }>({ ...using, key });
  const signature = await unblind(kept, blindSignature);
  const level = held.levels[choose(held.levels.length)]?.level ?? '';
  await play.public.order({
    path: `/v1/public/ballots/${held.ballotId}`,
    key: edition.key(`ballot ${kept.token}`),
    body: { boxId: held.boxId, token: kept.token, signature, level },
  });
  return held;
};

/** On the last day whoever was handed a code votes by it; it is good for nothing afterwards. */
export const voteByCodes = async (edition: PlayedEdition): Promise<void> => {
  isAs('a mistyped code', await reasonOf(edition, '00000-00000-00000-00000'), 'VOTE_CODE_NOT_GOOD');
  await inParallel(edition.printed, async ({ sourceId, entryId, codes }) => {
    const entry = edition.entries.find((one) => one.entryId === entryId);
    if (entry === undefined) throw new Error(`${edition.name}: codes of no entry`);
    for (const [at, code] of codes.entries()) {
      let place = 0;
      const held = await voteBy(edition, code, (levels) => {
        place = levelOf(edition, entry, `${edition.nameOf(entryId)} ${at}`, levels);
        return place;
      });
      edition.tokens.set(`${held.ballotId} codes`, []);
      if (codes.length >= leastOf(edition, sourceId)) edition.filled.votes.push({ sourceId, entryId, place });
    }
    isAs('a used code', await reasonOf(edition, codes[0] ?? ''), 'VOTE_CODE_NOT_GOOD');
  });
};
