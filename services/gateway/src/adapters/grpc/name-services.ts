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

const people = async (outlet: RouteOutlet, ids: readonly string[]): Promise<Names> =>
  new Map([...(await peopleNames(outlet, ids))].map(([personId, name]) => [personId, { zh: name, en: null }]));

type Known = Readonly<{ remembered: RememberedNames; afterPosition: number }>;

/** What everybody may know the name of is asked for once in a while; only what is not remembered is asked for now. */
const throughMemory = async (
  ids: readonly string[],
  { remembered, afterPosition }: Known,
  ask: (unknown: string[]) => Promise<readonly Readonly<{ id: string; name: Name; forEverybody: boolean }>[]>,
): Promise<Names> => {
  const names = new Map<string, Name>();
  const unknown: string[] = [];
  for (const id of ids) {
    const name = remembered.of(id, afterPosition);
    if (name === undefined) unknown.push(id);
    else names.set(id, name);
  }
  if (unknown.length === 0) return names;
  for (const { id, name, forEverybody } of await ask(unknown)) {
    names.set(id, name);
    if (forEverybody) remembered.remember(id, name, afterPosition);
  }
  return names;
};

const rounds = async (outlet: RouteOutlet, ids: readonly string[]): Promise<Names> => {
  const { names } = await outlet.call('evaluation', RoundServiceService.getRoundNames, { roundIds: [...ids] });
  return new Map(names.map(({ roundId, titleZh, titleEn }) => [roundId, { zh: titleZh, en: english(titleEn) }]));
};

const organizations = (outlet: RouteOutlet, ids: readonly string[], known: Known): Promise<Names> =>
  throughMemory(ids, known, async (organizationIds) => {
    const rpc = OrganizationsServiceService.getOrganizationNames;
    const { names } = await outlet.call('organizations', rpc, { organizationIds });
    return names.map(({ organizationId: id, nameZh, nameEn, classified }) => ({
      ...{ id, forEverybody: !classified },
      name: { zh: nameZh, en: english(nameEn) },
    }));
  });

/** Titles of editions are told to everybody (`title.read`). */
const editions = (outlet: RouteOutlet, ids: readonly string[], known: Known): Promise<Names> =>
  throughMemory(ids, known, async (editionIds) => {
    const rpc = MeritProjectsServiceService.getTitles;
    const titles = await outlet.call('merit-projects', rpc, { editionIds, entryIds: [] });
    return [...titled(titles.editions)].map(([id, name]) => ({ id, name, forEverybody: true }));
  });

/** How names are asked for in one request: with its caller's token, so that each service decides what he may be told. */
export const nameServices =
  (outlet: RouteOutlet, known: Known): AskNames =>
  async (kind: NamedKind, ids) => {
    switch (kind) {
      case 'organization':
        return organizations(outlet, ids, known);
      case 'person':
        return people(outlet, ids);
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
