import { aadOf, type KeyVault, type Sealed } from '@jiangong/privacy';
import type { Rows } from '@jiangong/read-models';
import { personStream } from '../../application/person-stream.ts';
import type { DueAct, ScheduledActs } from '../../application/scheduled-acts.ts';

/** Names in one question. */
export const NAMES_MAX = 200;

export type PersonLine = Readonly<{
  personId: string;
  organizationId: string;
  name: string;
  stage: string;
  stageSince: string;
  probationEndsOn: string | null;
}>;

export type SealedLine = Omit<PersonLine, 'name'> & Readonly<{ sealedName: string; nameType: string }>;

export const COLUMNS = `p.person_id as "personId", p.organization_id as "organizationId", p.sealed_name as "sealedName", p.name_type as "nameType",
  p.stage, p.stage_since as "stageSince", p.probation_ends_on as "probationEndsOn"`;

export const opened = async (vault: KeyVault, lines: readonly SealedLine[]): Promise<readonly PersonLine[]> => {
  const items = lines.map(({ personId, sealedName, nameType }) => ({
    sealed: JSON.parse(sealedName) as Sealed,
    aad: aadOf({ stream: personStream(personId), type: nameType, field: 'name' }),
  }));
  const names = await vault.openAll(items);
  return lines.map(({ sealedName: _sealedName, nameType: _nameType, ...line }, index) => ({
    ...line,
    name: String(names[index]),
  }));
};

/** The names of those people that the caller may learn; no other name is opened. */
export const namesOf = async (
  rows: Rows,
  vault: KeyVault,
  {
    personIds,
    mayName,
  }: Readonly<{ personIds: readonly string[]; mayName: (personId: string, organizationPath: string) => boolean }>,
): Promise<readonly PersonLine[]> => {
  const found = await rows.query<SealedLine & { path: string }>(
    `select ${COLUMNS}, o.path from person p join access_organization o on o.id = p.organization_id
     where p.person_id = any($1::text[]) and not p.erased order by p.person_id`,
    [personIds],
  );
  return opened(
    vault,
    found.filter(({ personId, path }) => mayName(personId, path)),
  );
};

export type PersonPlace = Readonly<{ organizationId: string; path: string; erased: boolean; stage: string }>;

export const placeOf = async (rows: Rows, personId: string): Promise<PersonPlace | undefined> =>
  (
    await rows.query<PersonPlace>(
      `select p.organization_id as "organizationId", o.path, p.erased, p.stage
       from person p join access_organization o on o.id = p.organization_id where p.person_id = $1`,
      [personId],
    )
  )[0];

/** Exits and moves whose day has come, the oldest first. */
export const scheduledActs = (rows: Rows): ScheduledActs => ({
  due: (day, limit) =>
    rows.query<DueAct>(
      `select person_id as "personId", act_id as "actId", effective_on as "effectiveOn", organization_id as "organizationId"
       from person_scheduled_act where effective_on <= $1 order by effective_on, person_id limit $2`,
      [day, limit],
    ),
});

/** Whose grant it is or was, and over what. */
export const grantPlaceOf = async (
  rows: Rows,
  grantId: string,
): Promise<Readonly<{ personId: string; organizationId: string; path: string }> | undefined> =>
  (
    await rows.query<{ personId: string; organizationId: string; path: string }>(
      `select g.person_id as "personId", g.organization_id as "organizationId", o.path
       from person_grant g join access_organization o on o.id = g.organization_id where g.grant_id = $1`,
      [grantId],
    )
  )[0];
