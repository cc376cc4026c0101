import { inParallel } from '../../demo/play/in-parallel.ts';
import type { PlayedEdition, StageDays } from '../edition.ts';
import { speakerOf } from './acting.ts';
import { enrolsMembers, takeOthersOff } from './enrolling.ts';
import { listEntries, playedOf } from './listed-entries.ts';

type Plans = Readonly<{
  items: readonly Readonly<{
    entryId: string;
    revision: number;
    milestones: readonly Readonly<{ milestoneId: string }>[];
  }>[];
}>;

const MOST = 4;
const HUNDRED = 100;

/** Whether whoever stands on the roll plans for himself. */
export const promises = ({ compiled, stages }: PlayedEdition): boolean =>
  compiled.intake.how === 'whole-roll' && stages.some(({ act }) => act === 'plan');

/** Everybody who stands on the roll, with who speaks for it. */
const speakers = async (edition: PlayedEdition) => {
  const people = new Map([...edition.play.people].map(([code, id]) => [id, code]));
  return (await listEntries(edition))
    .filter(({ standing }) => standing !== 'removed')
    .map((line) => {
      const person = line.subject === '' ? people.get(line.subjectId) : undefined;
      const name = person ?? line.subject;
      return { line, name, by: speakerOf(edition, { ...playedOf(edition, line), ...(person ? { person } : {}) }) };
    });
};

const ownPlan = async (edition: PlayedEdition, by: string, entryId: string): Promise<Plans['items'][number]> => {
  const { items } = await edition.get<Plans>(by, '/v1/my-plans');
  const own = items.find((one) => one.entryId === entryId);
  if (own === undefined) throw new Error(`${edition.name}: ${by} is not shown what ${entryId} promises`);
  return own;
};

/** Each says what it means to do, and says it anew once; some say nothing. */
export const promise = async (edition: PlayedEdition): Promise<void> => {
  if (enrolsMembers(edition)) await takeOthersOff(edition);
  await inParallel(await speakers(edition), async ({ line: { entryId }, name, by }) => {
    const planned = edition.dice(`promises ${name}`).between(0, MOST);
    if (planned === 0) return;
    const said = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        title: `承诺事项${at + 1}（虚构）`,
        dueOn: `${edition.year}-10-31`,
      }));
    const say = async (count: number): Promise<void> => {
      const { revision: expectedRevision } = await ownPlan(edition, by, entryId);
      await edition.play.as(by).order({
        ...{ path: `/v1/entries/${entryId}/milestones`, body: { milestones: said(count) }, expectedRevision },
        key: edition.key(`${by} promises ${count} ${entryId}`),
      });
    };
    await say(1);
    if (planned > 1) await say(planned);
    edition.promised.set(entryId, { planned, delivered: 0 });
    edition.brought.add(entryId);
  });
};

/** Of what each promised it reports some as done; the first of them it takes back and reports again. */
export const keepPromises = async (edition: PlayedEdition, { opensOn }: StageDays): Promise<void> => {
  await inParallel(await speakers(edition), async ({ line: { entryId }, name, by }) => {
    const promised = edition.promised.get(entryId);
    if (promised === undefined) return;
    const { milestones: own } = await ownPlan(edition, by, entryId);
    if (own.length !== promised.planned)
      throw new Error(`${edition.name}: ${name} is shown other promises than it made`);
    const delivered = edition.dice(`kept ${name}`).between(0, own.length);
    for (const [at, { milestoneId }] of own.slice(0, delivered).entries()) {
      const path = `/v1/entries/${entryId}/milestones/${milestoneId}`;
      await edition.order(by, `${path}/complete`, { completedOn: opensOn, evidence: [] });
      if (at > 0) continue;
      await edition.order(by, `${path}/reopen`, { why: '尚未全部完成，先撤回（虚构）。' });
      await edition.play.as(by).order({
        ...{ path: `${path}/complete`, body: { completedOn: opensOn, evidence: [] } },
        key: edition.key(`again ${milestoneId}`),
      });
    }
    edition.promised.set(entryId, { planned: promised.planned, delivered });
  });
};

/** What the platform has to count of it: the share that was kept, in percent, half up to two digits. */
export const countPromises = (edition: PlayedEdition, entryId: string): void => {
  const { planned, delivered } = edition.promised.get(entryId) ?? { planned: 0, delivered: 0 };
  if (planned === 0) return;
  const hundredths = Math.floor((2 * delivered * HUNDRED * HUNDRED + planned) / (2 * planned));
  for (const source of edition.compiled.sources)
    if (source.kind === 'measure' && source.from === 'compute')
      edition.filled.values.push({ sourceId: source.id, entryId, attempt: 1, value: hundredths / HUNDRED });
};
