import { type Given, text } from './given.ts';

/** No name: whom one looks for stands in no address. */
export type PeopleSearch = Readonly<{
  under?: string | undefined;
  role?: string | undefined;
  ended?: true | undefined;
}>;
export const peopleSearch = ({ under, role, ended }: Given): PeopleSearch => ({
  under: text(under),
  role: text(role),
  ended: ended === true ? true : undefined,
});

export type MembersSearch = Readonly<{ under?: string | undefined; stage?: string | undefined }>;
export const membersSearch = ({ under, stage }: Given): MembersSearch => ({ under: text(under), stage: text(stage) });
