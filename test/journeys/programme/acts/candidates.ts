import type { CompiledSubject } from '@jiangong/programmes';
import { inParallel } from '../../demo/play/in-parallel.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { SampleUnit } from '../../demo/world/sample-units.ts';
import type { PlayedEdition, PlayedEntry } from '../edition.ts';
import { documentsFor } from './intake.ts';

/** So many branches propose somebody. */
const BRANCHES_PROPOSING = 7;
/** Of two members of a branch one is declared. */
const MEMBERS = [1, 2] as const;
const MISTAKEN = 3;
const REASONS = '日常表现突出，群众认可（虚构）。';

type Proposed = Readonly<{ unit: SampleUnit; subject: CompiledSubject; number: number; subjectId: string }>;

const branchOf = (unit: SampleUnit): string => unit.branches[0]?.code ?? unit.code;
const memberOf = ({ code }: SampleUnit, number: number): string => `${code}-enrolled-${number}`;

const proposalsOf = ({ play, compiled }: PlayedEdition, unit: SampleUnit): readonly Proposed[] =>
  compiled.subjects.flatMap((subject, at): readonly Proposed[] => {
    if (subject.kind === 'organization')
      return [{ unit, subject, number: 1, subjectId: play.organization(branchOf(unit)) }];
    const people = at === 0 ? MEMBERS.map((number) => memberOf(unit, number)) : [`${unit.code}-secretary`];
    return people.map((person, index) => ({ unit, subject, number: index + 1, subjectId: play.person(person) }));
  });

const titleOf = ({ unit, subject, number }: Proposed): string => `${unit.nameZh}${subject.name[0]}${number}（虚构）`;

const isAs = (what: string, found: unknown, expected: unknown): void => {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(found)} where ${JSON.stringify(expected)} was expected`);
};

type Answer = Readonly<{ entryId: string; alsoIn: readonly string[] }>;

const propose = (edition: PlayedEdition, one: Proposed, title: string): Promise<Answer> => {
  const { play, editionId } = edition;
  const { unit, subject, subjectId } = one;
  return edition.order<Answer>(`${unit.code}-secretary`, '/v1/nominations', {
    ...{ editionId, nominatorId: play.organization(branchOf(unit)), track: subject.id, subjectId, title },
    ...{ answerable: [play.person(`${unit.code}-secretary`)], summary: REASONS, evidence: [], documents: [] },
  });
};

/** Who is proposed by mistake is taken back by the same secretary; of somebody in two categories the answer says so. */
const mistake = async (edition: PlayedEdition, unit: SampleUnit): Promise<void> => {
  const [first, second] = edition.compiled.subjects;
  if (first === undefined || second === undefined) return;
  const subjectId = edition.play.person(memberOf(unit, MISTAKEN));
  const by = `${unit.code}-secretary`;
  const { entryId } = await propose(edition, { unit, subject: first, number: MISTAKEN, subjectId }, '误报（虚构）');
  const again = await propose(edition, { unit, subject: second, number: MISTAKEN, subjectId }, '误报又一项（虚构）');
  isAs('whoever stands in two categories', again.alsoIn, [first.id]);
  for (const id of [entryId, again.entryId])
    await edition.order(by, `/v1/entries/${id}/withdraw`, { why: '误报（虚构）。' });
};

type Work = Readonly<{ items: readonly Readonly<{ kind: string; subject: Readonly<{ id: string }> }>[] }>;

/** Whoever proposes or declares finds it in his work. */
const findsWork = async (edition: PlayedEdition, by: string, kind: string): Promise<void> => {
  const { items } = await edition.get<Work>(by, '/v1/work');
  if (!items.some((one) => one.kind === kind && one.subject.id === edition.editionId))
    throw new Error(`${edition.name}: ${by} is not told to ${kind}`);
};

/** Each branch proposes of its own. */
export const proposeAll = async (edition: PlayedEdition): Promise<void> => {
  const units = edition.play.world.units.slice(0, BRANCHES_PROPOSING);
  const [first] = units;
  if (first !== undefined) await findsWork(edition, `${first.code}-secretary`, 'nominate-entries');
  const all = units.flatMap((unit) => proposalsOf(edition, unit));
  const answers = await inParallel(all, (one) => propose(edition, one, titleOf(one)));
  all.forEach((one, at) => {
    const standing = edition.dice(`quality ${titleOf(one)}`).between(45, 97);
    const made = { unit: one.unit.code, track: one.subject.id, title: titleOf(one), standing };
    edition.entries.push({ entryId: answers[at]?.entryId ?? '', ...made });
  });
  if (first !== undefined) await mistake(edition, first);
};

type Ranking = Readonly<{ ranking: readonly Readonly<{ entryId: string; rank: number }>[] }>;

/** Of each branch and category whoever was voted for most; of the first branch another one, with a reason; of the last one nobody. */
const chosenOf = (
  edition: PlayedEdition,
  ranks: ReadonlyMap<string, number>,
): readonly Readonly<{ entry: PlayedEntry; departure?: string }>[] => {
  const groups = Map.groupBy(edition.entries, ({ unit, track }) => `${unit} ${track}`);
  const units = [...new Set(edition.entries.map(({ unit }) => unit))];
  return [...groups.values()].flatMap((group) => {
    const inOrder = group
      .filter(({ entryId }) => ranks.has(entryId))
      .toSorted((one, other) => (ranks.get(one.entryId) ?? 0) - (ranks.get(other.entryId) ?? 0));
    const [first, second] = inOrder;
    if (first === undefined || first.unit === units.at(-1)) return [];
    const isDeparture =
      first.unit === units[0] &&
      second !== undefined &&
      (ranks.get(first.entryId) ?? 0) < (ranks.get(second.entryId) ?? 0);
    return isDeparture
      ? [{ entry: second, departure: '得票最高者本人书面请辞，按次序递补（虚构）。' }]
      : [{ entry: first }];
  });
};

/** Nobody is declared out of the order without a word. */
const refusesSilence = async (edition: PlayedEdition, by: string, path: string, body: object): Promise<void> => {
  const { reason, field } = await edition.play
    .as(by)
    .refused({ ...{ method: 'POST', path, body }, key: edition.key(`silent ${path}`) });
  isAs('a departure without a reason', [reason, field], ['TEXT_EMPTY', 'departure']);
};

/** The unit declares of whom the vote ranks; what is left are no entries of the decision. */
export const declareCandidates = async (edition: PlayedEdition): Promise<void> => {
  const phase = edition.compiled.phases[0]?.id ?? '';
  const { ranking } = await edition.get<Ranking>(FIRST_OFFICER, `/v1/rounds/${edition.round(phase)}/result`);
  const ranks = new Map(ranking.map(({ entryId, rank }) => [entryId, rank]));
  const chosen = chosenOf(edition, ranks);
  const [one] = chosen;
  if (one !== undefined) await findsWork(edition, `${one.entry.unit}-officer`, 'declare-entries');
  await inParallel(chosen, async ({ entry, departure }) => {
    const by = `${entry.unit}-officer`;
    const asked = edition.compiled.subjects.find(({ id }) => id === entry.track)?.documents ?? [];
    const body = { summary: REASONS, ...(await documentsFor(edition, by, entry.title, asked)) };
    const path = `/v1/entries/${entry.entryId}/declare`;
    if (departure !== undefined) await refusesSilence(edition, by, path, body);
    await edition.order(by, path, { ...body, ...(departure === undefined ? {} : { departure }) });
  });
  const declared = new Set(chosen.map(({ entry }) => entry.entryId));
  edition.entries = edition.entries.filter(({ entryId }) => declared.has(entryId));
};

/** What the inspection finds after the vote stops a candidate all the same: of the last one who was cleared. */
export const blockOne = async (edition: PlayedEdition): Promise<void> => {
  const last = edition.entries.at(-1);
  if (last === undefined) return;
  await edition.order('inspector-1', `/v1/entries/${last.entryId}/block`, {
    ...{ why: '收到新的问题线索（虚构）。', opinionNumber: `示纪函〔${edition.year}〕1号` },
  });
  edition.entries = edition.entries.filter(({ entryId }) => entryId !== last.entryId);
};

/** Before anything is decided the result is computed anew, over whom the intake let in. */
export const tallyDeclared = async (edition: PlayedEdition, phase: string): Promise<void> => {
  await edition.play.as(FIRST_OFFICER).order({
    ...{ path: `/v1/rounds/${edition.round(phase)}/tally`, body: {} },
    key: edition.key(`tally of ${phase} anew`),
  });
  const { votes } = edition.filled;
  const isIn = new Set(edition.entries.map(({ entryId }) => entryId));
  votes.splice(0, votes.length, ...votes.filter(({ entryId }) => isIn.has(entryId)));
};
