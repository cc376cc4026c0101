import type { Schemas } from '../api/client.ts';
import type { Option } from './choice.tsx';
import { nameIn } from './names.ts';

type Grant = Schemas['Grant'];

/** The organizations in which somebody has a role that sees what is looked at, each once. */
export const scopesOf = (grants: readonly Grant[], sees: (grants: readonly Grant[]) => boolean): readonly Option[] => [
  ...new Map(
    grants
      .filter((grant) => sees([grant]))
      .map(({ organizationId, organizationName }) => [
        organizationId,
        { value: organizationId, label: nameIn(organizationName) ?? organizationId },
      ]),
  ).values(),
];
