import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bodyOf, toldOf } from '../src/domain/webhooks/body.ts';
import { TOLD_FACTS } from '../src/domain/webhooks/told-facts.ts';
import { WITHHELD_FIELDS } from '../src/domain/webhooks/withheld-fields.ts';

const NOW = '2026-11-28T13:00:00.000Z';

const PROTOS = join(import.meta.dirname, '../../../proto/jiangong');

/** The fields of every message in a context's public facts, as proto JSON names them; a field that is a message of the file is entered. */
const messagesOf = (context: string): ReadonlyMap<string, readonly (readonly [type: string, field: string])[]> => {
  const folder = join(PROTOS, context, 'events/v1');
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const camel = (field: string): string => field.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
  return new Map(
    [...text.matchAll(/^message (\w+) \{(.*?)^\}/gmsu)].map(([, name = '', inner = '']) => [
      name,
      [...inner.matchAll(/^ {2}(?:repeated )?([\w.]+) (\w+) = \d+;/gmu)].map(
        ([, type = '', field = '']) => [type, camel(field)] as const,
      ),
    ]),
  );
};

/** What a fact says, each field with a value. */
const sampleOf = (messages: ReturnType<typeof messagesOf>, name: string): Record<string, unknown> =>
  Object.fromEntries(
    (messages.get(name) ?? []).map(([type, field]) => [
      field,
      messages.has(type) ? [sampleOf(messages, type)] : type === 'string' ? `${field}!` : 0,
    ]),
  );

/** Every field of told facts that is text and may leave: ids, words of a list, numbers of documents, dates. A new field is looked at first. */
const LEAVES = new Set([
  'recommendationId',
  'about',
  'act',
  'by',
  'closesAt',
  'code',
  'committeeId',
  'decisionId',
  'documentNumber',
  'dueAt',
  'dueOn',
  'editionId',
  'effectiveOn',
  'entryId',
  'grantedBy',
  'holderKind',
  'homeId',
  'honourId',
  'honourIds',
  'issuedAt',
  'kind',
  'level',
  'milestoneId',
  'milestoneIds',
  'minutesNumber',
  'nominatorId',
  'noticeId',
  'noticeUntil',
  'opensAt',
  'outcome',
  'phase',
  'filledBy',
  'goesOnTo',
  'proposerId',
  'reason',
  'redeclareUntil',
  'resultHash',
  'roundId',
  'rule',
  'seatIds',
  'seriesId',
  'sourceId',
  'stageId',
  'subjectKind',
  'templateHash',
  'templateId',
  'to',
  'track',
  'unitId',
  'until',
  'vote',
]);

describe('what another system is told', () => {
  const contexts = new Map(['merit_projects', 'evaluation'].map((context) => [context, messagesOf(context)]));
  const fieldsIn = (value: unknown): readonly string[] =>
    Array.isArray(value)
      ? value.flatMap(fieldsIn)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([field, inner]) => [field, ...fieldsIn(inner)])
        : [];

  it.each(TOLD_FACTS)('of %s: no person, and nothing that somebody wrote', (type) => {
    const [context = '', name = ''] = type.split('.');
    const messages = contexts.get(context);
    const sample = messages?.has(name) ? sampleOf(messages, name) : undefined;
    expect(sample).toBeDefined();
    const told = toldOf(sample);
    for (const field of fieldsIn(told)) expect(field).not.toMatch(/person|title|text|json|name|summary|grade/iu);
    const texts = (value: unknown): readonly string[] =>
      Array.isArray(value)
        ? value.flatMap(texts)
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([field, inner]) => (typeof inner === 'string' ? [field] : texts(inner)))
          : [];
    expect(texts(told).filter((field) => !LEAVES.has(field))).toEqual([]);
  });
  it('every field that is withheld is one of some told fact', () => {
    const all = new Set(
      TOLD_FACTS.flatMap((type) => {
        const [context = '', name = ''] = type.split('.');
        const messages = contexts.get(context);
        return messages ? fieldsIn(sampleOf(messages, name)) : [];
      }),
    );
    expect([...WITHHELD_FIELDS].filter((field) => !all.has(field))).toEqual([]);
  });
  it('whom an honour is for is told unless it is a person', () => {
    const honours = [
      { honourId: 'h1', holderKind: 'person', holderId: 'p1' },
      { honourId: 'h2', holderKind: 'organization', holderId: 'o1' },
      { honourId: 'h3', holderKind: 'office-holder', holderId: 'p2' },
    ];
    expect(
      JSON.parse(bodyOf({ type: 'evaluation.CircularIssued.v1', occurredAt: NOW, position: 7, data: { honours } })),
    ).toEqual({
      type: 'evaluation.CircularIssued.v1',
      timestamp: NOW,
      position: 7,
      data: {
        honours: [
          { honourId: 'h1', holderKind: 'person' },
          honours[1],
          { honourId: 'h3', holderKind: 'office-holder' },
        ],
      },
    });
  });
});
