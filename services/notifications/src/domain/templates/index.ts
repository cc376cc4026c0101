import type { Template } from '../template.ts';
import { accountTemplates } from './account-templates.ts';
import { checklistTemplates } from './checklist-templates.ts';
import { decisionTemplates } from './decision-templates.ts';
import { editionTemplates } from './edition-templates.ts';
import { appealTemplates } from './appeal-templates.ts';
import { listedTemplates } from './listed-templates.ts';
import { judgedTemplates } from './judged-templates.ts';
import { operationTemplates } from './operation-templates.ts';
import { personTemplates } from './person-templates.ts';
import { entryTemplates } from './entry-templates.ts';
import { problemTemplates } from './problem-templates.ts';
import { roundTemplates } from './round-templates.ts';

/** All templates, every version that was ever sent. */
export const templates: readonly Template[] = [
  ...entryTemplates,
  ...listedTemplates,
  ...editionTemplates,
  ...roundTemplates,
  ...checklistTemplates,
  ...appealTemplates,
  ...judgedTemplates,
  ...problemTemplates,
  ...decisionTemplates,
  ...personTemplates,
  ...accountTemplates,
  ...operationTemplates,
];

const byId = new Map(templates.map((template) => [`${template.id} ${template.version}`, template]));

/** The template that a message was written with. */
export const templateOf = (id: string, version: number): Template => {
  const found = byId.get(`${id} ${version}`);
  if (!found) throw new Error(`there is no template ${id} in version ${version}`);
  return found;
};

/** The newest version of each template that follows a fact. */
export const templatesOn = (type: string): readonly Template[] =>
  templates.filter(
    ({ on, id, version }) => on === type && !templates.some((other) => other.id === id && other.version > version),
  );
