import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMITTEE, FIRST_OFFICER } from '../../world/people.ts';
import type { Play } from '../play.ts';

const SHIPPED = join(import.meta.dirname, '../../../../../libs/programmes/templates');

/** The committee takes a shipped template into use, as it is or without one piece of it; the same order whenever it is needed, so adopted once. */
export const adoptTemplate = async (
  play: Play,
  name: 'jiangong-edition' | 'pacesetters' | 'peer-abcd' | 'unit-appraisal',
  { without = '' }: Readonly<{ without?: string }> = {},
): Promise<string> => {
  const { templateHash } = await play.as(FIRST_OFFICER).order<{ templateHash: string }>({
    path: '/v1/templates',
    key: play.key(`adopt the template ${name}`),
    body: {
      committeeId: play.organization(COMMITTEE),
      template: (await readFile(join(SHIPPED, `${name}.yaml`), 'utf8')).replace(without, ''),
    },
  });
  return templateHash;
};
