import { addCalendarDays } from '@jiangong/calendar';
import { compile, type CompiledTemplate, validateProgramme } from '@jiangong/programmes';
import { readYaml } from '@jiangong/programmes/yaml';
import { FIRST_LEADER, FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition } from '../edition.ts';
import type { Programme } from '../read-programme.ts';

const INSPECTOR = 'inspector-1';
const PAGE = 200;

export const listsHolders = ({ intake }: CompiledTemplate): boolean => intake.how === 'holders';

/** An invented programme that gave the award before: seven units put a branch forward each, and the body gives it to all of them. */
const givenBefore = (code: string, id: string): string => `schema: 2
id: ${id}
name: [此前命名（虚构）, Named before (invented)]
source: "Invented for the journey of programmes"
period: {length: year}
subjects: [{id: point, name: [党支部, Branch], kind: organization, of: [Branch], follow: stay, answerable: secretary}]
intake: {how: nominate, by: nominator, quota: {of: unit, count: 1}}
parties:
  nominator: {role: unit-officer, scope: own}
  office: {role: committee-officer, scope: edition}
  body: {role: committee-leader, scope: edition, least: 3}
calendar:
  - {id: declare, act: declare, by: nominator, opens: 01-04, closes: 01-06}
  - {id: decide, act: decide, by: body, opens: 01-08, closes: 01-10}
  - {id: commend, act: commend, by: office, opens: 01-12, closes: 01-20}
sources: {}
result: []
outcome:
  - {id: given, name: [示范点, Demonstration point], code: ${code}, gives: honour, to: entry, choice: {atMost: 20}, decide: party}
documents: [{kind: plaque, for: [given]}, {kind: circular, for: [given]}]
`;

/** What was played before these programmes, one for each award that they look at again. */
export const programmesBefore = (programmes: readonly Programme[]): readonly Programme[] => {
  const codes = new Set(
    programmes.flatMap(({ compiled }) => (listsHolders(compiled) ? (compiled.intake.holdersOf ?? []) : [])),
  );
  return [...codes].map((code, at) => {
    const text = givenBefore(code, `given-before-${at + 1}`);
    const read = readYaml(text);
    const validation = read.kind === 'read' ? validateProgramme(read.tree) : undefined;
    if (validation?.kind !== 'template') throw new Error(`what gave ${code} before is no template`);
    const compilation = compile(validation.template, {});
    if (compilation.kind === 'refused') throw new Error(`what gave ${code} before does not compile`);
    return { text, template: validation.template, compiled: compilation.compiled, parameters: {} };
  });
};

type Honour = Readonly<{ honourId: string; organizationId: string; standing: string }>;
type Shown = Readonly<{
  honour: Readonly<{ state: string }>;
  rechecks: readonly Readonly<{ outcome: string; rectifyBy: string | null; report: string }>[];
  proposals: readonly Readonly<{ proposalId: string; act: string; reason: string; why: string }>[];
  plaque: string | null;
}>;

const honoursOf = async (edition: PlayedEdition, standing: string): Promise<readonly Honour[]> =>
  (
    await edition.get<Readonly<{ items: readonly Honour[] }>>(
      FIRST_OFFICER,
      `/v1/public/honours?award=${edition.compiled.intake.holdersOf}&standing=${standing}&pageSize=${PAGE}`,
    )
  ).items;

const unitOf = ({ play }: PlayedEdition, at: number): string => play.world.units[at]?.code ?? '';

const heldBy = async (edition: PlayedEdition, unit: string, standing = 'stands'): Promise<Honour | undefined> =>
  (await honoursOf(edition, standing)).find(({ organizationId }) => organizationId === edition.play.organization(unit));

/** Before the day of the list the first unit's branch loses the award, by two persons: whichever edition comes first sees to it. */
const loseOne = async (edition: PlayedEdition): Promise<void> => {
  const held = await heldBy(edition, unitOf(edition, 0));
  if (held === undefined) return;
  const path = `/v1/honours/${held.honourId}/proposals`;
  const { proposalId } = await edition.order<{ proposalId: string }>(FIRST_OFFICER, path, {
    ...{ act: 'WithdrawHonour', reason: 'sanctioned', why: '受到通报批评（虚构）。' },
    effectiveOn: `${edition.year}-02-10`,
  });
  await edition.order(INSPECTOR, `${path}/${proposalId}/withdrawal`, { why: '经核实，情况属实（虚构）。' });
};

type Rolled = Readonly<{
  items: readonly Readonly<{ subjectId: string; track: string; standing: string; cause: string }>[];
}>;

const branchOf = ({ play }: PlayedEdition, at: number): string =>
  play.organization(play.world.units[at]?.branches[0]?.code ?? '');

const rolledOf = async (edition: PlayedEdition): Promise<ReadonlyMap<string, string>> => {
  const { items } = await edition.get<Rolled>(FIRST_OFFICER, `/v1/editions/${edition.editionId}/roll?pageSize=${PAGE}`);
  return new Map(items.map(({ subjectId, standing, cause }) => [subjectId, `${standing} ${cause}`]));
};

/** Ahead of the day one has lost the award, another is taken off as entered by mistake; both stand beside the list, with why. */
export const putHoldersRight = async (edition: PlayedEdition): Promise<void> => {
  const track = edition.compiled.subjects[0]?.id ?? '';
  await loseOne(edition);
  await edition.play.platform.untilQuiet();
  await edition.order(FIRST_OFFICER, `/v1/editions/${edition.editionId}/roll/excluded`, {
    ...{ track, subjectId: branchOf(edition, 1), why: '该支部已并入其他支部，登记有误（虚构）。' },
  });
  const rolled = await rolledOf(edition);
  const faults = [
    ...(rolled.get(branchOf(edition, 0)) === 'off need-unmet' ? [] : ['who has lost the award stands on the list']),
    ...(rolled.get(branchOf(edition, 1)) === 'off excluded' ? [] : ['who was taken off stands on the list']),
    ...(rolled.get(branchOf(edition, 2)) === 'on roll' ? [] : ['who holds the award does not stand on the list']),
  ];
  if (faults.length > 0) throw new Error(`${edition.name}: ${faults.join(', ')}`);
};

/** By the printed score: what the rule that it reaches says. */
const wantedOf = ({ compiled }: PlayedEdition, points: number): string => {
  const rule = compiled.outcome.find(({ ranking: { pick, among } }) => {
    const { by, score } = pick as Readonly<{ by: string; score?: number }>;
    return by === 'at-least' && among.length === 0 && points * 100 >= (score ?? 0);
  });
  if (rule === undefined) throw new Error(`${compiled.id} says nothing of ${points} points`);
  if (rule.gives === 'withdrawal') return 'withdrawn';
  return rule.gives === 'card' ? 'to-rectify' : 'kept';
};

type Result = Readonly<{ decimals: number; ranking: readonly Readonly<{ entryId: string; score: number }>[] }>;

/** A second person of another office withdraws what the recheck says is lost, and the plaque is asked back. */
const withdraw = async (edition: PlayedEdition, { honourId }: Honour, today: string): Promise<void> => {
  const { proposals } = await edition.get<Shown>(FIRST_OFFICER, `/v1/honours/${honourId}`);
  const own = proposals.find(({ reason, why }) => reason === 'recheck-failed' && why.includes(edition.name));
  if (own === undefined) throw new Error(`${edition.name}: that ${honourId} is lost was not proposed`);
  await edition.order(FIRST_LEADER, `/v1/honours/${honourId}/proposals/${own.proposalId}/withdrawal`, {
    why: '复核不达标，同意撤销（虚构）。',
  });
  await edition.order(FIRST_OFFICER, `/v1/honours/${honourId}/plaque-recall`, { dueOn: addCalendarDays(today, 14) });
  const { honour, plaque } = await edition.get<Shown>(FIRST_OFFICER, `/v1/honours/${honourId}`);
  if (honour.state !== 'withdrawn' || plaque !== 'recalled')
    throw new Error(`${edition.name}: ${honourId} is ${honour.state}, its plaque ${plaque}`);
};

const noted = async (edition: PlayedEdition, { honourId }: Honour, wanted: string): Promise<void> => {
  const { rechecks } = await edition.get<Shown>(FIRST_OFFICER, `/v1/honours/${honourId}`);
  const own = rechecks.find(({ report }) => report.includes(edition.name));
  if (own?.outcome !== wanted || (own.rectifyBy !== null) !== (wanted === 'to-rectify'))
    throw new Error(`${edition.name}: ${honourId} was found ${own?.outcome ?? 'nothing'}, not ${wanted}`);
};

/** What the circular made known was carried out: kept, to be mended by a day, or lost by the word of two. */
export const seeRechecked = async (edition: PlayedEdition, today: string): Promise<void> => {
  for (const phase of edition.decisions.keys()) {
    const result = await edition.get<Result>(FIRST_OFFICER, `/v1/rounds/${edition.round(phase)}/result`);
    const decimals = edition.compiled.phases.find(({ id }) => id === phase)?.decimals ?? 0;
    for (const { entryId, score } of result.ranking) {
      const unit = edition.entries.find((one) => one.entryId === entryId)?.unit ?? '';
      const wanted = wantedOf(edition, score / 10 ** decimals);
      const held = await heldBy(edition, unit);
      // Another edition over the same award has taken it before.
      if (held === undefined) continue;
      if (wanted === 'withdrawn') await withdraw(edition, held, today);
      else await noted(edition, held, wanted);
      edition.rechecked.push(wanted);
    }
  }
};
