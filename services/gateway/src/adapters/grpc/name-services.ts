import { RoundServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import type { Title } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { OrganizationsServiceService } from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import type { AskNames, Names } from '../../routes/naming/name-answers.ts';
import { peopleNames } from '../../routes/people-names.ts';
import type { RememberedNames } from '../../routes/naming/remembered-names.ts';
import type { RouteOutlet } from '../../routes/route.ts';
import type { Name, NamedKind } from '../../routes/naming/index.ts';

const english = (text: string): string | null => (text === '' ? null : text);

const titled = (titles: readonly Title[]): Names =>
  new Map(titles.map(({ id, titleZh, titleEn }) => [id, { zh: titleZh, en: english(titleEn) }]));

/** What a request may be answered from memory. */
export type Known = Readonly<{
  /** Names that anybody may know: of organizations and editions, never of what is classified. */
  forEverybody: RememberedNames;
  /** Names of people, each for the session that it was told to: what may be told depends on who asks. */
  ofPeople: RememberedNames;
  /** Absent: this request is answered no person's name from memory. */
  sessionId?: string | undefined;
  afterPosition: number;
}>;

type Answered = Readonly<{ id: string; name: Name; kept: boolean }>;

/** Only what is not remembered is asked for now. What is not told is asked for each time: it may be told a moment later. */
const throughMemory = async (
  ids: readonly string[],
  memory: Readonly<{ of: RememberedNames; keyOf: (id: string) => string; afterPosition: number }>,
  ask: (unknown: string[]) => Promise<readonly Answered[]>,
): Promise<Names> => {
  const { of: remembered, keyOf, afterPosition } = memory;
  const names = new Map<string, Name>();
  const unknown: string[] = [];
  for (const id of ids) {
    const name = remembered.of(keyOf(id), afterPosition);
    if (name === undefined) unknown.push(id);
    else names.set(id, name);
  }
  if (unknown.length === 0) return names;
  const asked = { afterPosition, generation: remembered.generation };
  for (const { id, name, kept } of await ask(unknown)) {
    names.set(id, name);
    if (kept) remembered.remember(keyOf(id), name, asked);
  }
  return names;
};

const openToAll = ({ forEverybody: of, afterPosition }: Known) => ({
  ...{ of, afterPosition },
  keyOf: (id: string) => id,
});

const askPeople = async (outlet: RouteOutlet, ids: readonly string[]): Promise<readonly Answered[]> =>
  [...(await peopleNames(outlet, ids))].map(([id, name]) => ({ id, name: { zh: name, en: null }, kept: true }));

const people = async (outlet: RouteOutlet, ids: readonly string[], known: Known): Promise<Names> => {
  const { ofPeople: of, sessionId, afterPosition } = known;
  if (sessionId === undefined) return new Map((await askPeople(outlet, ids)).map(({ id, name }) => [id, name]));
  const memory = { of, afterPosition, keyOf: (id: string) => `${sessionId} ${id}` };
  return throughMemory(ids, memory, async (unknown) => askPeople(outlet, unknown));
};

const rounds = async (outlet: RouteOutlet, ids: readonly string[]): Promise<Names> => {
  const { names } = await outlet.call('evaluation', RoundServiceService.getRoundNames, { roundIds: [...ids] });
  return new Map(names.map(({ roundId, titleZh, titleEn }) => [roundId, { zh: titleZh, en: english(titleEn) }]));
};

const organizations = (outlet: RouteOutlet, ids: readonly string[], known: Known): Promise<Names> =>
  throughMemory(ids, openToAll(known), async (organizationIds) => {
    const rpc = OrganizationsServiceService.getOrganizationNames;
    const { names } = await outlet.call('organizations', rpc, { organizationIds });
    return names.map(({ organizationId: id, nameZh, nameEn, classified }) => ({
      ...{ id, kept: !classified },
      name: { zh: nameZh, en: english(nameEn) },
    }));
  });

/** Titles of editions are told to everybody (`title.read`). */
const editions = (outlet: RouteOutlet, ids: readonly string[], known: Known): Promise<Names> =>
  throughMemory(ids, openToAll(known), async (editionIds) => {
    const rpc = MeritProjectsServiceService.getTitles;
    const titles = await outlet.call('merit-projects', rpc, { editionIds, entryIds: [] });
    return [...titled(titles.editions)].map(([id, name]) => ({ id, name, kept: true }));
  });

/** How names are asked for in one request: with its caller's token, so that each service decides what he may be told. */
export const nameServices =
  (outlet: RouteOutlet, known: Known): AskNames =>
  async (kind: NamedKind, ids) => {
    switch (kind) {
      case 'organization':
        return organizations(outlet, ids, known);
      case 'person':
        return people(outlet, ids, known);
      case 'edition':
        return editions(outlet, ids, known);
      case 'round':
        return rounds(outlet, ids);
      case 'entry': {
        const rpc = MeritProjectsServiceService.getTitles;
        return titled((await outlet.call('merit-projects', rpc, { editionIds: [], entryIds: [...ids] })).entries);
      }
    }
  };
