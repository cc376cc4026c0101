import { localDateOf } from '@jiangong/calendar';
import type { ProjectedEvent, Projection, ProjectedRows } from '@jiangong/read-models';
import { type ParameterSources, parametersFor } from '../../domain/parameters.ts';
import { type Template, parametersOf } from '../../domain/template.ts';
import { templatesOn } from '../../domain/templates/index.ts';
import { type FactData, textOf } from './fact-data.ts';
import { type FactPart, partsOf } from './fact-parts.ts';
import { DUTY_TABLE_NAMES, DUTY_TABLES, learnDuties } from './known-duties.ts';
import { KNOWN_WORLD_TABLE_NAMES, KNOWN_WORLD_TABLES, learn } from './known-world.ts';
import { deliverTo, requestOf } from './observed-messages.ts';
import type { FactContext } from './people-in.ts';
import { recipientsOf } from './recipients.ts';

/** The only way so far. A row is the request and, for this channel, the delivery as well; others would lease the rows. */
const CHANNEL = 'inbox';

const TABLES = `
  ${KNOWN_WORLD_TABLES}
  ${DUTY_TABLES}
  create table if not exists inbox_message (
    message_id text primary key,
    person_id text not null,
    channel text not null,
    template text not null,
    template_version integer not null,
    parameters text not null,
    subject_kind text not null,
    subject_id text not null,
    event_id text not null,
    position bigint not null,
    occurred_at text not null
  );
  create index if not exists inbox_message_place on inbox_message (position, message_id);
  create index if not exists inbox_message_person on inbox_message (person_id, position desc, message_id);
`;

type Edition = { edition_id: string; committee_id: string; title_zh: string; title_en: string };
type Entry = {
  edition_id: string;
  unit_id: string;
  branch_id: string;
  leader_person_id: string;
  title: string;
  subject_kind: string;
  listed: boolean;
};

type Found = Readonly<{ part: FactPart; context: FactContext; sources: ParameterSources; isListed: boolean }>;

/** Looks up what the ids of a fact, or of one honour that it lists, stand for. */
const look = async (rows: ProjectedRows, at: string, part: FactPart): Promise<Found> => {
  const { data } = part;
  const text = (field: string): string => textOf(data, field);
  const [entry] = await rows.query<Entry>('select * from inbox_entry where entry_id = $1', [text('entryId')]);
  const [problem] = await rows.query<{ title: string }>('select title from inbox_problem where problem_id = $1', [
    text('problemId'),
  ]);
  const [round] = await rows.query<{ filled_by: string }>('select filled_by from inbox_round where round_id = $1', [
    text('roundId'),
  ]);
  const [edition] = await rows.query<Edition>('select * from inbox_edition where edition_id = $1', [text('editionId')]);
  return {
    part,
    isListed: entry?.listed ?? false,
    context: {
      at,
      personId: text('personId'),
      unitId: text('organizationId') || text('homeId') || text('ownerId') || (entry?.unit_id ?? text('nominatorId')),
      partId: text('unitId'),
      branchId: entry?.branch_id ?? '',
      leaderPersonId: entry?.leader_person_id ?? '',
      editionId: text('editionId'),
      committeeId: edition?.committee_id ?? text('committeeId'),
      roundId: text('roundId'),
      entryId: text('entryId'),
      stage: text('act') || text('stage'),
      closesAt: text('closesAt'),
    },
    sources: {
      fact: text,
      entry: entry?.title ?? text('entryId'),
      kind: entry?.subject_kind ?? '',
      filledBy: round?.filled_by ?? '',
      problem: problem?.title ?? text('problemId'),
      edition: {
        zh: edition?.title_zh ?? text('editionId'),
        en: edition?.title_en || (edition?.title_zh ?? text('editionId')),
      },
    },
  };
};

/** What a message is made once for: an event, of a circular each honour, of what is told once a day the day of its entry, round, owner or edition. */
const keyOf = (template: Template, { eventId, occurredAt }: ProjectedEvent, { data, honourId }: FactPart): string => {
  if (template.onceADay !== undefined) {
    const about = {
      entry: [textOf(data, 'roundId'), textOf(data, 'entryId')],
      round: [textOf(data, 'roundId'), ''],
      owner: [textOf(data, 'editionId'), textOf(data, 'ownerId')],
      edition: [textOf(data, 'editionId'), ''],
    }[template.onceADay];
    return `${about.join(' ')} ${localDateOf(occurredAt)}`;
  }
  return honourId === '' ? eventId : `${eventId} ${honourId}`;
};

/** The same key, template, person and channel: the same message. */
const INSERT = `
  insert into inbox_message
  select md5($11 || ' ' || $2 || ' ' || person || ' ' || $3)::uuid::text, person, $3, $2, $4, $5, $6, $7, $1, $8, $9
    from unnest($10::text[]) person on conflict (message_id) do nothing`;

const send = async (
  rows: ProjectedRows,
  template: Template,
  event: ProjectedEvent,
  { part, context, sources }: Found,
): Promise<void> => {
  const recipients = await recipientsOf(rows, template.audience, context);
  if (recipients.length === 0) return;
  await deliverTo(CHANNEL, { template: template.id, recipients: recipients.length }, async () =>
    rows.write(INSERT, [
      event.eventId,
      template.id,
      CHANNEL,
      template.version,
      JSON.stringify(parametersFor(parametersOf(template), sources)),
      template.subject.kind,
      textOf(part.data, template.subject.field),
      event.position,
      event.occurredAt,
      recipients,
      keyOf(template, event, part),
    ]),
  );
};

/** Proto JSON leaves out what is empty, and none. */
const saysSo = (data: FactData, only: Template['only']): boolean =>
  only === undefined || (textOf(data, only.field) !== '') === only.said;

const apply = async (rows: ProjectedRows, event: ProjectedEvent): Promise<void> => {
  await learn(rows, event);
  learnDuties(rows, event);
  if (event.type === 'membership.PersonErased.v1')
    rows.write('delete from inbox_message where person_id = $1', [textOf(event.data as FactData, 'personId')]);
  const onFact = templatesOn(event.type);
  if (onFact.length === 0) return;
  for (const part of partsOf(event.data as FactData)) {
    const templates = onFact.filter(({ each, only }) => each === part.each && saysSo(part.data, only));
    if (templates.length === 0) continue;
    const found = await look(rows, event.occurredAt, part);
    const wanted = templates.filter(({ of }) => of === undefined || (of === 'listed') === found.isListed);
    for (const template of wanted) await requestOf(template.id, () => send(rows, template, event, found));
  }
};

/**
 * Who is to know what: messages from the public facts of all contexts. A template's new version comes with a higher version
 * here, since a rebuild writes all messages anew.
 */
export const inboxProjection: Projection = {
  name: 'inbox',
  version: 11,
  tables: TABLES,
  tableNames: [...KNOWN_WORLD_TABLE_NAMES, ...DUTY_TABLE_NAMES, 'inbox_message'],
  source: {
    kind: 'public-facts',
    contexts: ['organizations', 'membership', 'merit_projects', 'evaluation', 'notifications'],
  },
  apply,
};
