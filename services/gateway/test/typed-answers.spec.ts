import { describe, expect, it } from '@jest/globals';
import { openApiDocument } from '../src/adapters/http/openapi-document.ts';
import { everyRoute } from './every-route.ts';
import { loosePlaces } from './loose-places.ts';

/**
 * Fields that are what somebody wrote, a name, or a text of the machine with no form that a client could use. Everything else is a word of
 * a list, an id, a hash, a day or an instant, and says so.
 */
const FREE_TEXTS: ReadonlySet<string> = new Set([
  // What things and people are called.
  ...[
    'title',
    'outside',
    'ruleZh',
    'ruleEn',
    'titleZh',
    'titleEn',
    'editionZh',
    'editionEn',
    'nameZh',
    'nameEn',
    'areaZh',
    'areaEn',
    'name',
    'displayName',
    'zh',
    'en',
    'gradeZh',
    'gradeEn',
    'award',
    // Of a criterion, as the template calls it.
    'level',
  ],
  ...[
    'organizationZh',
    'organizationEn',
    'grantedByZh',
    'grantedByEn',
    'objectorName',
    'contact',
    'codes',
    'capacity',
    'caption',
    'keyTask',
  ],
  // What people wrote.
  ...[
    'answer',
    'bodyZh',
    'bodyEn',
    'explanation',
    'featuredNote',
    'item',
    'liftedWhy',
    'reopenedWhy',
    'measures',
    'note',
    'origin',
    'reason',
    'report',
  ],
  ...['finding', 'remark', 'withdrawnWhy', 'erasureWhy'],
  ...['honour', 'account'],
  ...[
    'returnReasons',
    'reviewList',
    'statement',
    'summary',
    'ground',
    'place',
    'why',
    'contradiction',
    'superiorReason',
    'noticeReason',
    'circularReason',
    'declinedWhy',
    'before',
    'after',
    'found',
  ],
  // Numbers and addresses as people write them.
  ...[
    'code',
    'documentNumber',
    'minutesNumber',
    'noticeNumber',
    'opinionNumber',
    'certificateNumber',
    'receiptCode',
    'idNumber',
  ],
  ...['phone', 'address', 'pendingAddress', 'objectorContact', 'featuredLink'],
  // Tokens and addresses of the platform's own, handed back as they came.
  ...[
    'nextPageToken',
    'handIn',
    'token',
    'invitationPath',
    'link',
    'path',
    'secret',
    'uri',
    'qrSvg',
    'recoveryCodes',
    'challenge',
  ],
  ...['rpId', 'transports', 'id'],
  // What stands in the log, in traces and in tables, by rules of their own.
  ...[
    'stream',
    'eventStream',
    'reader',
    'rpc',
    'traceparent',
    'policyVersion',
    'errorClass',
    'attributes',
    'mediaType',
    'list',
  ],
  ...[
    'canonicalText',
    'algorithm',
    'parameters',
    'value',
    'key',
    'TieSettledBy',
    'template',
    'word',
    'wordEn',
    'wordEn',
    'field',
    'cell',
    'details',
  ],
]);

const document = openApiDocument(everyRoute, 'https://jg.example');

describe('the answers that the document tells', () => {
  const found = loosePlaces(document);

  it('have no text without a form but what people write', () => {
    expect(
      [...new Set(found.texts.map(({ field }) => field))].toSorted().filter((field) => !FREE_TEXTS.has(field)),
    ).toEqual([]);
  });

  it('excuse nothing that is not there', () => {
    const fields = new Set(found.texts.map(({ field }) => field));
    expect([...FREE_TEXTS].filter((field) => !fields.has(field))).toEqual([]);
  });

  it('leave nothing unknown', () => {
    expect(found.unknown).toEqual([]);
  });

  it('are components: each has a name that generators make a type of', () => {
    expect(found.inline).toEqual([]);
  });

  it('are found out where they are loose', () => {
    const planted = loosePlaces({
      paths: {
        '/v1/x': {
          get: {
            responses: {
              '200': {
                content: {
                  'application/json': {
                    schema: { type: 'object', properties: { standing: { type: 'string' }, data: {} } },
                  },
                },
              },
            },
          },
        },
      },
    });
    expect(planted.texts).toEqual([{ field: 'standing', where: 'get /v1/x.standing' }]);
    expect(planted.unknown).toEqual(['get /v1/x.data']);
    expect(planted.inline).toEqual(['get /v1/x']);
  });
});
