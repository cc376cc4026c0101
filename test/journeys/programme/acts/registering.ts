import { createHash } from 'node:crypto';
import type { PlayedEdition } from '../edition.ts';
import { inParallel } from '../../demo/play/in-parallel.ts';
import { FIRST_OFFICER } from '../../demo/world/people.ts';

/** What one person without an account enters: of which unit, in which category, and what it is called. */
export type Work = Readonly<{ unit: string; track: string; title: string; documents: readonly string[] }>;

type HandedOut = Readonly<{ batchId: string; codes: readonly string[] }>;
type Registered = Readonly<{ entryId: string; version: number }>;
type Look = Readonly<{
  open: boolean;
  work: Readonly<{ title: string; standing: string; version: number; revision: number; authorKept: boolean }> | null;
}>;

const SUMMARY = '原创作品，未曾发表（虚构）。';

const isAs = (what: string, found: unknown, expected: unknown): void => {
  if (JSON.stringify(found) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(found)} where ${JSON.stringify(expected)} was expected`);
};

const look = (edition: PlayedEdition, code: string): Promise<Look> =>
  edition.play.public.get<Look>('/v1/public/works', { 'work-code': code });

const order = <T>(edition: PlayedEdition, path: string, body: Readonly<{ code: string }>): Promise<T> =>
  edition.play.public.order<T>({ path, body, key: edition.key(`${path} ${JSON.stringify(body)}`) });

const reasonOf = async (edition: PlayedEdition, body: object): Promise<string | undefined> =>
  (
    await edition.play.public.refused({
      ...{ method: 'POST', path: '/v1/public/works', body, key: edition.key(JSON.stringify(body)) },
    })
  ).reason;

const formOf = async (edition: PlayedEdition, { track, title, documents }: Work, code: string) => {
  const file = Buffer.from(`${title}\n${edition.name}\n`, 'utf8');
  const names = documents.length === 0 ? ['work'] : documents;
  await edition.play.public.upload('/v1/public/works/files', file, { 'content-type': 'text/plain', 'work-code': code });
  const sha256 = createHash('sha256').update(file).digest('hex');
  return {
    ...{ code, track, title, summary: SUMMARY, authorName: '王小明（虚构）', authorContact: '000-00000000' },
    ...{ evidence: [sha256], documents: documents.length === 0 ? [] : names.map((document) => ({ document, sha256 })) },
  };
};

/** The codes of a unit, one more than it needs: that one is recalled. Whoever repeats the order is shown none. */
const codesFor = async (edition: PlayedEdition, unit: string, works: number): Promise<readonly string[]> => {
  const path = `/v1/editions/${edition.editionId}/codes`;
  const body = { organizationId: edition.play.organization(unit), count: works + 1 };
  const { batchId, codes } = await edition.order<HandedOut>(FIRST_OFFICER, path, body);
  isAs('codes', codes.length, works + 1);
  isAs('codes of a repeated order', (await edition.order<HandedOut>(FIRST_OFFICER, path, body)).codes, []);
  const numbers = [works + 1];
  await edition.order(FIRST_OFFICER, `${path}/${batchId}/recall`, { numbers, why: '遗失一张（虚构）。' });
  return codes;
};

/** Somebody who thinks better of it: mistaken, changed, taken back, entered again, in the end erased. */
const undecided = async (edition: PlayedEdition, work: Work, [code, recalled]: readonly [string, string]) => {
  const form = await formOf(edition, work, code);
  isAs('a recalled code', await reasonOf(edition, { ...form, code: recalled }), 'CODE_UNKNOWN');
  isAs('a mistyped code', await reasonOf(edition, { ...form, code: '00000-00000-00000-00000' }), 'CODE_UNKNOWN');
  const foreign = { ...form, evidence: ['f'.repeat(64)], documents: [] };
  isAs('a file of somebody else', await reasonOf(edition, foreign), 'EVIDENCE_NOT_FOUND');
  const draft = { ...form, title: `${work.title}初稿` };
  await order<Registered>(edition, '/v1/public/works', draft);
  const other = edition.compiled.subjects.find(({ id }) => id !== work.track);
  if (other) isAs('a second work', await reasonOf(edition, { ...form, track: other.id }), 'CODE_USED');
  const takingBack = { code, why: '需要修改（虚构）。' };
  await order(edition, '/v1/public/works/withdrawal', takingBack);
  isAs('taken back', (await look(edition, code)).work?.standing, 'withdrawn');
  const again = await order<Registered>(edition, '/v1/public/works', { ...form, code: code.toLowerCase() });
  const { work: shown } = await look(edition, code.replaceAll('-', ' '));
  isAs('entered again', [shown?.title, shown?.standing, shown?.version], [work.title, 'declared', again.version]);
  const author = `/v1/entries/${again.entryId}/author`;
  const { name } = await edition.get<{ name: string }>(FIRST_OFFICER, author);
  isAs('the author', name, form.authorName);
  await order(edition, '/v1/public/works/author-erasure', { code });
  isAs('the author kept', (await look(edition, code)).work?.authorKept, false);
  isAs('the erased author', (await edition.get<{ name: string }>(FIRST_OFFICER, author)).name, 'ERASED');
  return again;
};

/** A work as the platform knows it, and the name that stands for whoever made it. */
export type Entered = Readonly<{ entryId: string; author: string }>;

/** The public enters works by the codes that the office handed out to units: the first of each unit after some to and fro. */
export const register = async (edition: PlayedEdition, works: readonly Work[]): Promise<readonly Entered[]> => {
  const entered = new Map<string, Entered>();
  await inParallel([...new Set(works.map(({ unit }) => unit))], async (unit) => {
    const own = works.filter((work) => work.unit === unit);
    const codes = await codesFor(edition, unit, own.length);
    for (const [at, work] of own.entries()) {
      const code = codes[at] as string;
      const { entryId } =
        at === 0
          ? await undecided(edition, work, [code, codes.at(-1) as string])
          : await order<Registered>(edition, '/v1/public/works', await formOf(edition, work, code));
      // Nobody but the platform knows by what name an author stands.
      const path = `/v1/entries/${entryId}`;
      const { entry } = await edition.get<{ entry: { answerable: readonly [string] } }>(FIRST_OFFICER, path);
      entered.set(work.title, { entryId, author: entry.answerable[0] });
    }
  });
  return works.map(({ title }) => entered.get(title) as Entered);
};
