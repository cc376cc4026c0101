import type { Projection } from '@jiangong/read-models';

type Moved = Readonly<{ personId: string; fromOrganizationId?: string; effectiveOn?: string }>;

/** Where people belonged before, and the first day on which they did not any more. */
export const formerPlaceProjection: Projection = {
  name: 'former-places',
  version: 1,
  tables: `
    create table if not exists former_place (
      person_id text not null,
      organization_id text not null,
      left_on text not null,
      primary key (person_id, organization_id)
    );
  `,
  tableNames: ['former_place'],
  source: { kind: 'public-facts', contexts: ['membership'] },
  apply: async (rows, { type, data }) => {
    const { personId, fromOrganizationId = '', effectiveOn = '' } = data as Moved;
    if (type === 'membership.PersonErased.v1') rows.write('delete from former_place where person_id = $1', [personId]);
    if (type !== 'membership.PersonMoved.v1' || fromOrganizationId === '') return;
    // Whoever came back and left again left on the later day.
    rows.write(
      `insert into former_place (person_id, organization_id, left_on) values ($1, $2, $3)
       on conflict (person_id, organization_id) do update set left_on = greatest(former_place.left_on, excluded.left_on)`,
      [personId, fromOrganizationId, effectiveOn],
    );
  },
};
