import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../../services/gateway/src/adapters/http/openapi-document.ts';
import { everyRoute } from '../../services/gateway/test/every-route.ts';
import { filesUnder, ROOT } from '../laws/run-tool.ts';
import { EmptyTexts } from './empty-is-null.ts';
import { protoTexts } from './proto-texts.ts';

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
type Operation = Readonly<{ responses: Readonly<Record<string, { content?: Record<string, { schema: unknown }> }>> }>;

describe('a text that a service may leave empty', () => {
  it('is nullable in every answer that promises a form of it', () => {
    const sources = filesUnder('proto', '.proto').map((file) => readFileSync(join(ROOT, file), 'utf8'));
    const document = openApiDocument(everyRoute, 'https://jg.example');
    const empty = new EmptyTexts(protoTexts(sources), (document.components?.schemas ?? {}) as Record<string, unknown>);
    for (const { method, path, rpcPath, status } of everyRoute) {
      if (rpcPath === null) continue;
      const operation = (document.paths as unknown as Paths)[path]?.[method.toLowerCase()];
      empty.look(rpcPath, operation?.responses[String(status)]?.content?.['application/json']?.schema);
    }
    expect(empty.looked).toBeGreaterThan(300);
    expect([...empty.found].toSorted()).toEqual([]);
  });

  it('is found where it is promised: in the answer, in a list, and in what is spread into it', () => {
    const source = `package p.v1;

service S {
  rpc Get(GetRequest) returns (GetResponse);
}

message GetResponse {
  // Since when; empty while it has not begun.
  string begun_at = 1;
  // The rows.
  repeated Row rows = 2;
  // What it is.
  Thing thing = 3;
}

message Row {
  // Its kind; empty for none.
  string kind = 1;
}

message Thing {
  // Its id; empty for none.
  string thing_id = 1;
  // Its title, which may be empty.
  string title = 2;
}
`;
    const row = { type: 'object', properties: { kind: { type: 'string', enum: ['a'] } } };
    const empty = new EmptyTexts(protoTexts([source]), { Row: row });
    empty.look('/p.v1.S/Get', {
      type: 'object',
      properties: {
        begunAt: { type: 'string', format: 'date-time' },
        items: { type: 'array', items: { $ref: '#/components/schemas/Row' } },
        thingId: { type: 'string', format: 'uuid' },
        title: { type: 'string' },
      },
    });
    expect([...empty.found]).toEqual(['p.v1.GetResponse.begunAt', 'p.v1.Row.kind', 'p.v1.Thing.thingId']);
  });
});
