import { RoundServiceService } from '@jiangong/contracts/jiangong/evaluation/v1/round_service';
import { MeritProjectsServiceService } from '@jiangong/contracts/jiangong/merit_projects/v1/merit_projects_service';
import type { Title } from '@jiangong/contracts/jiangong/merit_projects/v1/questions';
import { OrganizationsServiceService } from '@jiangong/contracts/jiangong/organizations/v1/organizations_service';
import type { AskNames, Names } from '../../routes/naming/name-answers.ts';
import { peopleNames } from '../../routes/people-names.ts';
import type { RememberedNames } from '../../routes/naming/remembered-names.ts';
import type { RouteOutlet } from '../../routes/route.ts';
import type { NamedKind } from '../../routes/naming/index.ts';

const english = (text: string): string | null => (text === '' ? null : text);

const titled = (titles: readonly Title[]): Names =>
  new Map(titles.map(({ id, titleZh, titleEn }) => [id, { zh: titleZh, en: english(titleEn) }]));

const people = async (outlet: RouteOutlet, ids: readonly string[]): Promise<Names> =>
  new Map([...(await peopleNames(outlet, ids))].map(([personId, name]) => [personId, { zh: name, en: null }]));

const organizations = async (
  outlet: RouteOutlet,
  ids: readonly string[],
  { remembered, afterPosition }: Readonly<{ remembered: RememberedNames; afterPosition: number }>,
): Promise<Names> => {
  const known = ids.flatMap((id) => {
    const name = remembered.of(id, afterPosition);
    return name === undefined ? [] : [[id, name] as const];
  });
  const names = new Map(known);
  const organizationIds = ids.filter((id) => !names.has(id));
  if (organizationIds.length === 0) return names;
  const rpc = OrganizationsServiceService.getOrganizationNames;
  const answer = await outlet.call('organizations', rpc, { organizationIds });
  for (const { organizationId, nameZh, nameEn, classified } of answer.names) {
    const name = { zh: nameZh, en: english(nameEn) };
    names.set(organizationId, name);
    if (!classified) remembered.remember(organizationId, name, afterPosition);
  }
  return names;
};

const rounds = async (outlet: RouteOutlet, ids: readonly string[]): Promise<Names> => {
  const { names } = await outlet.call('evaluation', RoundServiceService.getRoundNames, { roundIds: [...ids] });
  return new Map(names.map(({ roundId, titleZh, titleEn }) => [roundId, { zh: titleZh, en: english(titleEn) }]));
};

/** How names are asked for in one request: with its caller's token, so that each service decides what he may be told. */
export const nameServices =
  (outlet: RouteOutlet, known: Readonly<{ remembered: RememberedNames; afterPosition: number }>): AskNames =>
  async (kind: NamedKind, ids) => {
    const { getTitles } = MeritProjectsServiceService;
    switch (kind) {
      case 'organization':
        return organizations(outlet, ids, known);
      case 'person':
        return people(outlet, ids);
      case 'edition':
        return titled(
          (await outlet.call('merit-projects', getTitles, { editionIds: [...ids], entryIds: [] })).editions,
        );
      case 'round':
        return rounds(outlet, ids);
      case 'entry':
        return titled((await outlet.call('merit-projects', getTitles, { editionIds: [], entryIds: [...ids] })).entries);
    }
  };
