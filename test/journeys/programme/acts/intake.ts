import { createHash } from 'node:crypto';
import type { CompiledSubject } from '@jiangong/programmes';
import { inParallel } from '../../demo/play/in-parallel.ts';
import type { SampleUnit } from '../../demo/world/sample-units.ts';
import { needsOf } from '../cast.ts';
import { listsPeople, putOnMissed } from './listing.ts';
import { type Entered, register } from './registering.ts';
import { listEntries, playedOf } from './listed-entries.ts';
import { countWholes } from './roll.ts';
import type { PlayedEdition, StageDays } from '../edition.ts';

/** What one unit puts forward of one category. */
type Candidate = Readonly<{
  unit: SampleUnit;
  subject: CompiledSubject;
  number: number;
  organization: string | null;
  /** Who is put forward, by code; null: no person. */
  person: string | null;
}>;

/** More of one unit would only make a longer list. */
const ENTRIES_OF_UNIT = 2;

const ROUNDED = { up: Math.ceil, down: Math.floor, 'half-up': Math.round } as const;

/** What a unit may put forward of a number, which may be in proportion to its branches or, of whom the invented province has none, its members; null: there is none. */
const numberOf = (quota: CompiledSubject['quota'], { branches }: SampleUnit): number | null => {
  if (quota === null) return null;
  const { rule, least } = quota;
  if (rule.kind === 'count') return rule.count;
  const counted = rule.counted === 'branches' ? branches.length : 0;
  return Math.max(least, ROUNDED[rule.round](counted / rule.one));
};

const countOf = ({ quota }: CompiledSubject, unit: SampleUnit): number =>
  Math.min(numberOf(quota, unit) ?? ENTRIES_OF_UNIT, ENTRIES_OF_UNIT);

/** Organizations of a unit that the category takes, by code; those of kinds that the invented province has not are left out. */
const organizationsOf = ({ code, branches }: SampleUnit, { of = [] }: CompiledSubject): readonly string[] => [
  ...(of.length === 0 || of.includes('Unit') ? [code] : []),
  ...(of.includes('PartyCommittee') ? [`${code}-pc`] : []),
  ...(of.includes('Branch') ? branches.map((branch) => branch.code) : []),
];

/** Whoever a unit has beside the officer, who puts them forward: its secretary, and its members where there are any. */
const peopleOf = ({ play: { world } }: PlayedEdition, { code }: SampleUnit): readonly string[] => [
  `${code}-secretary`,
  ...world.people
    .filter(({ home, grants }) => home === code && grants.some(({ role }) => role === 'member'))
    .map((person) => person.code),
];

const candidatesOf = (
  edition: PlayedEdition,
  unit: SampleUnit,
  subject: CompiledSubject,
  standing: ReadonlySet<string>,
): readonly Candidate[] => {
  if (subject.kind === 'organization')
    return organizationsOf(unit, subject)
      .slice(0, countOf(subject, unit))
      .map((organization, index) => ({ unit, subject, number: index + 1, organization, person: null }));
  const all = peopleOf(edition, unit);
  const others = all.filter((person) => !standing.has(person));
  const people = others.length === 0 ? all : others;
  const isPerson = subject.kind === 'person' || subject.kind === 'office-holder';
  const most = subject.kind === 'person' ? Math.min(people.length, countOf(subject, unit)) : countOf(subject, unit);
  return Array.from({ length: most }, (_, index) => ({
    ...{ unit, subject, number: index + 1, organization: null },
    person: isPerson ? (people[index] ?? people[0] ?? null) : null,
  }));
};

/** Whether a category counts its own entries, or shares the number that a unit has for all. */
const isCountedApart = ({ intake }: PlayedEdition['compiled'], { quota }: CompiledSubject): boolean =>
  quota?.of === 'category' || JSON.stringify(quota) !== JSON.stringify(intake.quota);

/**
 * Each unit begins with another category, so that a shared number lets every category in. Whoever stands in one is put forward in no other
 * while there are others: of two entries of one subject a round keeps whichever came first.
 */
const putForwardBy = (edition: PlayedEdition, unit: SampleUnit, at: number): readonly Candidate[] => {
  const { compiled } = edition;
  const { subjects, intake } = compiled;
  const turned = subjects.map((_, index) => subjects[(index + at) % subjects.length] as CompiledSubject);
  let left = numberOf(intake.quota, unit) ?? Number.POSITIVE_INFINITY;
  const standing = new Set<string>();
  return turned.flatMap((subject) => {
    const all = candidatesOf(edition, unit, subject, standing);
    const isApart = isCountedApart(compiled, subject);
    const taken = isApart ? all : all.slice(0, left);
    if (!isApart) left -= taken.length;
    for (const { person } of taken) if (person !== null) standing.add(person);
    return taken;
  });
};

/** So many put something forward, where a programme needs no more: a longer list says nothing more. */
const UNITS_ENTERING = 7;

/** Units beyond these are there for others that are played beside it. */
export const allCandidates = (edition: PlayedEdition): readonly Candidate[] =>
  edition.play.world.units
    .slice(0, Math.max(UNITS_ENTERING, needsOf(edition.compiled).units))
    .flatMap((unit, at) => (edition.silent.includes(unit.code) ? [] : putForwardBy(edition, unit, at)));

export const titleOf = ({ unit, subject, number }: Candidate): string =>
  `${unit.nameZh}${subject.name[0]}${number}（虚构）`;

/** One report stands for every document that is asked for; each is a file of its own. */
export const documentsFor = async (edition: PlayedEdition, by: string, of: string, asked: readonly string[]) => {
  const names = asked.length === 0 ? ['report'] : asked;
  const hashes = await Promise.all(
    names.map(async (name) => {
      const file = Buffer.from(`${name}（虚构）\n${edition.name} ${of}\n`, 'utf8');
      await edition.play.as(by).upload('/v1/evidence', file, { 'content-type': 'text/plain' });
      return createHash('sha256').update(file).digest('hex');
    }),
  );
  return { evidence: hashes, documents: asked.map((document, at) => ({ document, sha256: hashes[at] })) };
};

const entryOf = (edition: PlayedEdition, candidate: Candidate, entryId: string, author?: string): void => {
  const { unit, subject } = candidate;
  const standing = edition.dice(`quality ${titleOf(candidate)}`).between(45, 97);
  const made = { entryId, unit: unit.code, track: subject.id, title: titleOf(candidate), standing };
  edition.entries.push(author === undefined ? made : { ...made, author });
};

/** A branch plans what its unit confirms. */
export const plan = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const { play, stages } = edition;
  const declaring = stages.find(({ act }) => act === 'declare') ?? stage;
  const ids = await inParallel(allCandidates(edition), async (candidate) => {
    const { unit } = candidate;
    const secretary = `${unit.code}-secretary`;
    const by = edition.rolesOf(stage).includes('branch-secretary') ? secretary : `${unit.code}-officer`;
    const { entryId } = await edition.order<{ entryId: string }>(by, '/v1/entries', {
      editionId: edition.editionId,
      branchId: play.organization(unit.branches[0]?.code ?? unit.code),
      track: candidate.subject.id,
      answerable: [play.person(secretary)],
      title: titleOf(candidate),
      keyTask: '优化营商环境',
      measures: '建立工作台账，明确责任人和完成时限，按月调度。',
      dueOn: declaring.opensOn,
      milestones: [{ title: '完成主要任务', dueOn: declaring.opensOn }],
    });
    await edition.order(`${unit.code}-officer`, `/v1/entries/${entryId}/confirm`, { opinion: '同意。' });
    return entryId;
  });
  allCandidates(edition).forEach((candidate, at) => entryOf(edition, candidate, ids[at] as string));
};

/** What was planned, or what whoever stands on the roll has done since, is reported on. */
export const deliver = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const office = edition.rolesOf(stage).includes('branch-secretary') ? 'secretary' : 'officer';
  await inParallel(edition.entries, ({ entryId, unit }) =>
    edition.order(`${unit}-${office}`, `/v1/entries/${entryId}/progress`, {
      ...{ report: '按计划推进，已取得阶段性成效。', evidence: [] },
    }),
  );
};

const SUMMARY = '完成全部任务，成效明显，群众满意。';

/** A branch's secretary puts forward for his branch, where the template leaves it to him. */
const nominatesBranches = (edition: PlayedEdition): boolean =>
  edition.roleOf(edition.compiled.intake.by ?? '') === 'branch-secretary';

const declarePlanned = (edition: PlayedEdition): Promise<unknown> =>
  inParallel(edition.entries, async ({ entryId, unit, track, title }) => {
    const by = `${unit}-${nominatesBranches(edition) ? 'secretary' : 'officer'}`;
    const asked = edition.compiled.subjects.find(({ id }) => id === track)?.documents ?? [];
    const files = await documentsFor(edition, by, title, asked);
    return edition.order(by, `/v1/entries/${entryId}/declare`, { summary: SUMMARY, ...files });
  });

/** By codes, from people without an account. */
const registerAll = async (edition: PlayedEdition): Promise<void> => {
  const candidates = allCandidates(edition);
  const works = candidates.map((candidate) => {
    const { unit, subject } = candidate;
    return { unit: unit.code, track: subject.id, title: titleOf(candidate), documents: subject.documents };
  });
  const entered = await register(edition, works);
  candidates.forEach((candidate, at) => {
    const one = entered[at] as Entered;
    entryOf(edition, candidate, one.entryId, one.author);
  });
};

/** What is put forward, where it has an id of its own. */
export const subjectOf = ({ play }: PlayedEdition, { organization, person }: Candidate): string | null => {
  if (organization !== null) return play.organization(organization);
  return person === null ? null : play.person(person);
};

const nominate = async (edition: PlayedEdition): Promise<void> => {
  const { play, editionId } = edition;
  const candidates = allCandidates(edition);
  const isByBranch = nominatesBranches(edition);
  const ids = await inParallel(candidates, async (candidate) => {
    const { unit, subject } = candidate;
    const by = `${unit.code}-${isByBranch ? 'secretary' : 'officer'}`;
    const putForwardBy = isByBranch ? (unit.branches[0]?.code ?? unit.code) : unit.code;
    const files = await documentsFor(edition, by, titleOf(candidate), subject.documents);
    const secretary = play.person(`${unit.code}-secretary`);
    const subjectId = subjectOf(edition, candidate);
    const ownNoticeId = edition.madeKnown.get(titleOf(candidate));
    const { entryId } = await edition.order<{ entryId: string }>(by, '/v1/nominations', {
      ...{ editionId, nominatorId: play.organization(putForwardBy), track: subject.id },
      ...(subjectId === null ? {} : { subjectId }),
      ...(ownNoticeId === undefined ? {} : { ownNoticeId }),
      ...{ title: titleOf(candidate), answerable: [secretary], summary: SUMMARY, ...files },
    });
    return entryId;
  });
  candidates.forEach((candidate, at) => entryOf(edition, candidate, ids[at] as string));
};

/** One of so many brings nothing: it is overdue, and enters all the same. */
const SILENT_ONE_IN = 5;

/** Whoever stands on the roll brings its own words and documents, but for some. */
const declareOnRoll = async (edition: PlayedEdition): Promise<void> => {
  const roles = edition.stages.filter(({ act }) => act === 'declare').flatMap((stage) => edition.rolesOf(stage));
  const ofBranches = new Set(edition.play.world.units.flatMap(({ branches }) => branches.map(({ code }) => code)));
  const all = (await listEntries(edition)).toSorted((one, other) => (one.title < other.title ? -1 : 1));
  await inParallel(
    all.filter((_, at) => at % SILENT_ONE_IN !== 1),
    async ({ entryId, unit, track, title, proposer }) => {
      // A branch's secretary brings his own; for whoever stands elsewhere the unit does.
      const isOwn = roles.includes('branch-secretary') && ofBranches.has(proposer);
      const by = `${unit}-${isOwn ? 'secretary' : 'officer'}`;
      // Where branches alone bring theirs, whoever stands elsewhere is overdue, and enters all the same.
      if (!isOwn && !roles.includes('unit-officer')) return;
      const asked = edition.compiled.subjects.find(({ id }) => id === track)?.documents ?? [];
      const files = await documentsFor(edition, by, title, asked);
      await edition.order(by, `/v1/entries/${entryId}/declare`, { summary: SUMMARY, ...files });
      edition.brought.add(entryId);
    },
  );
  all.forEach((one) => edition.entries.push(playedOf(edition, one)));
};

export const declare = async (edition: PlayedEdition): Promise<void> => {
  const { how } = edition.compiled.intake;
  if (listsPeople(edition)) await putOnMissed(edition);
  else if (how === 'plan-then-declare') await declarePlanned(edition);
  else if (how === 'register') await registerAll(edition);
  else if (how === 'whole-roll') await declareOnRoll(edition);
  else {
    await nominate(edition);
    await countWholes(edition);
  }
};
