import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { namedFieldsOf, personRef } from '../src/routes/naming/index.ts';
import { everyRoute } from './every-route.ts';

/** What holds an id by its own name. */
const HOLDS_AN_ID = /(?:Id|Ids|By)$/u;

/** Ids of what has no name, wherever they stand. */
const NAMELESS: Readonly<Record<string, string>> = {
  eventId: 'an event is told by its type and place',
  correlationId: 'of requests, not of things',
  causationId: 'of requests, not of things',
  requestId: 'of requests, not of things',
  traceId: 'of traces, not of things',
  spanId: 'of traces, not of things',
  parentSpanId: 'of traces, not of things',
  messageId: 'a message has its title',
  appointmentId: 'an appointment is told by person and office',
  grantId: 'a grant is told by person, role and organization',
  actId: 'an act is told by its kind and day',
  proposalId: 'a proposal is told by its act and proposer',
  clearanceId: 'a clearance is told by its entry',
  fileId: 'a file of inspectors is told by its caption',
  objectionId: 'an objection is told by its entry',
  milestoneId: 'a milestone has its title',
  reportId: 'a report is its text',
  decisionId: 'a decision is told by the number of its minutes',
  honourId: 'an honour has its title',
  recommendationId: 'a recommendation has the title of its entry',
  seatId: 'a seat is told by its person, named beside it',
  seatIds: 'seats are told by their persons',
  seriesId: 'a series is called as its editions are',
  stageId: 'a word of the template',
  templateId: 'a word of the template',
  sourceId: 'a word of the template',
  sourceIds: 'words of the template',
  criterionId: 'a word of the template',
  noticeId: 'a word of the template',
  areaId: 'a word of the template',
  itemId: 'a word of the template',
  measureId: 'a word of the template',
  ballotId: 'a ballot is told by its round and source',
  boxId: 'a box is told by its entry',
  paperBoxId: 'a paper box is told by its round and source',
  batchId: 'codes that were handed out together are told by their unit and time',
  recordId: 'a meeting or a talk on record is told by its day',
  countId: 'a count is told by its entries and who counted',
  occurrenceId: 'a finding is told by its item and day',
  claimId: 'a claim is told by its honour',
  questionId: 'a question stands with its words beside the answers',
  appealId: 'an appeal is told by what it is against',
  problemId: 'a problem is told by its title',
  ownNoticeId: 'what a nominator made known is told by its title',
  groupId: 'a word of the template, with nameZh and nameEn where it has a name',
  levelId: 'a word of the template, whose names stand with its item',
  partyId: 'a word of the template',
  ruleId: 'a word of the template',
  parameterId: 'a word of the template',
  partId: 'a part of the entry that is shown with it',
  sessionId: 'a session is told by when and from where',
  passkeyId: 'a passkey stands beside its name',
  rpId: 'a host, which WebAuthn calls an id',
  returnedBy: 'a word: review or objection',
  filledBy: 'a word: choice, votes or marks',
  outdatedBy: 'words: what moved',
  rectifyBy: 'a day',
  settledBy: 'a word: what told two of one rank apart',
  codeBy: 'a word: who has the code',
  documentId: 'a document is told by its kind and round',
  paperId: 'a paper is told by its kind and edition',
  currentId: 'a document of the same kind and round',
  deliveryId: 'a delivery is told by its message',
  webhookId: 'a webhook has its name; of a delivery it is told by the list that it is asked from',
  exportId: 'an export is told by its list',
  exemptionId: 'an exemption is told by its committee, programme and year',
};

/** Ids that stand beside their own names, or that the same request has just made. By address and path within the answer. */
const BESIDE_THEIR_NAMES: readonly (readonly [where: RegExp, why: string])[] = [
  [
    /\/dealing\/deals\/\{number\} .*entryIds$/u,
    'what a deal followed from, for dealing again: the round’s entries stand with their names in its dealing',
  ],
  [/^(?:GET|PUT) \/v1\/drafts\S* (?:items\[\]\.)?subjectId$/u, 'a draft is its own person’s, who began it there'],
  [
    /^(?:POST|PUT|DELETE) .* (?:entryId|editionId|organizationId|personId)$/u,
    'an order answers what it made: its sender has just named it',
  ],
  [/^GET \/v1\/organizations\S* (?:(?:items|above)\[\]\.)?organizationId$/u, 'nameZh and nameEn of the same object'],
  [/^GET \/v1\/people\S* (?:items\[\]\.|names\[\]\.)?personId$/u, 'name of the same object'],
  [/^GET \/v1\/me personId$/u, 'name of the same object'],
  [/^GET \/v1\/editions\/\{editionId\}\/next opening\.committeeId$/u, 'the body of an order, which takes no names'],
  [/^GET \/v1\/editions\S* (?:items\[\]\.)?editionId$/u, 'titleZh and titleEn of the same object'],
  [/^GET \/v1\/entries\S* (?:items\[\]\.|entry\.)?entryId$/u, 'title of the same object'],
  [/^GET \/v1\/rounds\/\{roundId\}\/entries items\[\]\.entryId$/u, 'title of the same object'],
  [
    /^GET \/v1\/rounds\/\{roundId\}\/(?:(?:checklists|bonuses|measures|appeals) items\[\]\.|entries\/\{entryId\}\/(?:checklist|bonus|measures|appeals) )entryId$/u,
    'title of the same object',
  ],
  [/^GET \/v1\/rounds\/\{roundId\}\/facts answers\[\]\.entryId$/u, 'title of the same object'],
  [/^GET \/v1\/own-notices\S* (?:items\[\]|notice)\.entryId$/u, 'title of the same object'],
  [/^GET \/v1\/entries\/\{entryId\}\/to-score entry\.entryId$/u, 'title of the same object'],
  [/^GET \/v1\/my-plans items\[\]\.entryId$/u, 'title of the same object'],
  [/^GET \/v1\/my-plans items\[\]\.editionId$/u, 'editionZh and editionEn of the same object'],
  [/^GET \/v1\/rounds\/\{roundId\}\/my-entries items\[\]\.entryId$/u, 'title of the same object'],
  [
    /^GET \/v1\/rounds\/\{roundId\}\/result result\./u,
    'the result as its hash has it; what stands beside it has the names',
  ],
  [/ (?:\S+\.)?grantedBy$/u, 'grantedByZh and grantedByEn: as the committee was called then'],
  [/^GET \/v1\/public\/notices\S* (?:items|notices)\[\]\.entryId$/u, 'title of the same object'],
  [/^GET \/v1\/public\/objections\/\{code\} entryId$/u, 'the page of its notices, which has the title'],
  [/ (?:\S+\.)?awards\.entries\[\]\.entryId$/u, 'title of the same object'],
  [
    /^GET \/v1\/(?:public\/)?(?:honours|certificates)\S* (?:\S+\.)?organizationId$/u,
    'organizationZh and organizationEn: as it was called when it was honoured',
  ],
  [
    /^GET \/v1\/series\/\{seriesId\}\/naming\S* (?:records|items)\[\]\.organizationId$/u,
    'nameZh and nameEn of the same object',
  ],
  [
    /^(?:GET|POST) \/v1\/series\/\{seriesId\}\/naming\S* (?:items\[\]\.)?roundId$/u,
    'a naming is called as its series is',
  ],
];

type Field = Readonly<{ path: string; name: string; declared: boolean }>;

const fieldsIn = (schema: z.ZodType, path: string): readonly Field[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return fieldsIn(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return fieldsIn(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodRecord) return fieldsIn(schema.valueType as z.ZodType, `${path}{}`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => fieldsIn(one as z.ZodType, path));
  if (!(schema instanceof z.ZodObject)) return [];
  const declared = new Set(namedFieldsOf(schema).map(({ field }) => field));
  return Object.entries(schema.shape).flatMap(([name, part]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [{ path: at, name, declared: declared.has(name) }, ...fieldsIn(part as z.ZodType, at)];
  });
};

/** Fields that hold a person's id, or one of whoever a word beside it says. */
const peopleIn = (schema: z.ZodType, path: string): readonly string[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return peopleIn(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return peopleIn(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodRecord) return peopleIn(schema.valueType as z.ZodType, `${path}{}`);
  if (!(schema instanceof z.ZodObject)) return [];
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const own = namedFieldsOf(schema)
    .filter(
      ({ kind }) => kind === 'person' || (typeof kind !== 'string' && Object.values(kind.kinds).includes('person')),
    )
    .map(({ field }) => at(field));
  return [...own, ...Object.entries(schema.shape).flatMap(([name, part]) => peopleIn(part as z.ZodType, at(name)))];
};

/** Fields with ids of which nobody said whose they are. */
const unnamed = (routes: readonly Readonly<{ method: string; path: string; answer: z.ZodType }>[]): readonly string[] =>
  routes.flatMap(({ method, path, answer }) =>
    fieldsIn(answer, '')
      .filter(({ name, declared }) => HOLDS_AN_ID.test(name) && !declared && NAMELESS[name] === undefined)
      .map((field) => `${method} ${path} ${field.path}`)
      .filter((where) => !BESIDE_THEIR_NAMES.some(([form]) => form.test(where))),
  );

describe('every id in an answer', () => {
  it('is declared as an id of something that gets its name beside it, or stands here with a reason', () => {
    expect(unnamed(everyRoute)).toEqual([]);
  });

  it('is found where it is not', () => {
    const answer = z.object({ items: z.array(z.object({ heldBy: z.string().nullable() })) });
    expect(unnamed([{ method: 'GET', path: '/v1/planted', answer }])).toEqual(['GET /v1/planted items[].heldBy']);
  });

  it('is no person’s where a browser may keep the answer', () => {
    const kept = everyRoute.filter(({ revalidated }) => revalidated);
    expect(kept.length).toBeGreaterThan(5);
    const people = kept.flatMap(({ method, path, answer }) =>
      peopleIn(answer, '').map((field) => `${method} ${path} ${field}`),
    );
    expect(people).toEqual([]);
    expect(peopleIn(z.object({ items: z.array(z.object({ heldBy: personRef() })) }), '')).toEqual(['items[].heldBy']);
  });

  it('has no reason here that nothing needs', () => {
    const all = everyRoute.flatMap(({ method, path, answer }) =>
      fieldsIn(answer, '').map((field) => ({ ...field, where: `${method} ${path} ${field.path}` })),
    );
    const names = new Set(all.map(({ name }) => name));
    expect(Object.keys(NAMELESS).filter((name) => !names.has(name))).toEqual([]);
    expect(BESIDE_THEIR_NAMES.filter(([form]) => !all.some(({ where }) => form.test(where)))).toEqual([]);
  });

  it('is of no person in a public answer', () => {
    const people = everyRoute
      .filter((route) => route.public)
      .flatMap(({ path, answer }) => fieldsIn(answer, '').map((field) => ({ ...field, address: path })))
      .filter(({ name, declared }) => declared && /person/iu.test(name));
    expect(people).toEqual([]);
  });
});
