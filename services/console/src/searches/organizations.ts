import { type Given, text } from './given.ts';

export type OrganizationsSearch = Readonly<{
  q?: string | undefined;
  kind?: string | undefined;
  under?: string | undefined;
}>;
export const organizationsSearch = ({ q, kind, under }: Given): OrganizationsSearch => ({
  q: text(q),
  kind: text(kind),
  under: text(under),
});

/** The day that one looks back at. */
export type OrganizationSearch = Readonly<{ on?: string | undefined }>;
export const organizationSearch = ({ on }: Given): OrganizationSearch => ({ on: text(on) });
