import { auditEn } from './en/audit.ts';
import { factsEn } from './en/facts.ts';
import { operationsEn } from './en/operations.ts';
import { casesEn } from './en/cases.ts';
import { planningEn } from './en/planning.ts';
import { declaringEn } from './en/declaring.ts';
import { campaignsEn } from './en/campaigns.ts';
import { organizationsEn } from './en/organizations.ts';
import { projectsEn } from './en/projects.ts';
import { publicEn } from './en/public.ts';
import { reviewEn } from './en/review.ts';
import { honoursEn } from './en/honours.ts';
import { organizationsEn } from './en/organizations.ts';
import { projectsEn } from './en/projects.ts';
import { publicEn } from './en/public.ts';
import { roundsEn } from './en/rounds.ts';
import { sharedEn } from './en/shared.ts';
import { sheetsEn } from './en/sheets.ts';
import { workEn } from './en/work.ts';
import type { Said } from './words.ts';
import type { zh } from './zh.ts';

export const en: Said<typeof zh> = {
  ...sharedEn,
  ...workEn,
  ...projectsEn,
  ...factsEn,
  ...roundsEn,
  ...honoursEn,
  ...organizationsEn,
  ...auditEn,
  ...operationsEn,
  ...publicEn,
  ...reviewEn,
  ...casesEn,
  ...sheetsEn,
  ...planningEn,
  ...declaringEn,
  ...campaignsEn,
};
