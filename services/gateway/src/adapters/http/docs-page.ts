import type { FastifyInstance } from 'fastify';
import { escapeHtml, PAGE_POLICY, pageOf } from './page.ts';

type Operation = Readonly<{
  operationId?: string;
  summary?: string;
  tags?: readonly string[];
  security?: readonly unknown[];
  [member: string]: unknown;
}>;
type Shown = Readonly<{ method: string; path: string; operation: Operation }>;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const operationsOf = (document: unknown): Shown[] => {
  const paths = isRecord(document) ? document['paths'] : undefined;
  if (!isRecord(paths)) return [];
  return Object.entries(paths).flatMap(([path, methods]) =>
    isRecord(methods)
      ? Object.entries(methods).flatMap(([method, operation]) =>
          isRecord(operation) ? [{ method: method.toUpperCase(), path, operation }] : [],
        )
      : [],
  );
};

const block = (label: string, value: unknown): string =>
  value === undefined ? '' : `<h4>${escapeHtml(label)}</h4><pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;

const operationHtml = ({
  method,
  path,
  operation,
}: Shown): string => `<details id="${escapeHtml(String(operation.operationId ?? ''))}">
<summary><code><b>${escapeHtml(method)}</b> ${escapeHtml(path)}</code> ${escapeHtml(operation.summary ?? '')}${operation.security?.length === 0 ? ' <small>（公开 / public）</small>' : ''}</summary>
${block('参数 / Parameters', operation['parameters'])}${block('请求 / Body', operation['requestBody'])}${block('答复 / Answers', operation['responses'])}
</details>`;

const docsHtml = (document: unknown): string => {
  const operations = operationsOf(document);
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags ?? []))];
  const sections = tags.map(
    (tag) =>
      `<section><h2 lang="en">${escapeHtml(tag)}</h2>${operations
        .filter(({ operation }) => operation.tags?.includes(tag))
        .map(operationHtml)
        .join('\n')}</section>`,
  );
  const schemas =
    isRecord(document) && isRecord(document['components']) ? document['components']['schemas'] : undefined;
  const shapes = isRecord(schemas)
    ? Object.entries(schemas).map(
        ([name, schema]) =>
          `<details id="schema-${escapeHtml(name)}"><summary><code>${escapeHtml(name)}</code></summary><pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre></details>`,
      )
    : [];
  return pageOf({
    title: '接口文档 · API',
    wide: true,
    body: `<p><a href="/openapi.json">openapi.json</a>（OpenAPI 3.1）</p>${sections.join('\n')}<section><h2>数据结构 · Schemas</h2>${shapes.join('\n')}</section>`,
  });
};

/** `/openapi.json` and a browsable page of it, rendered here: no script, nothing from elsewhere. Both are made once. */
export const registerDocs = (scope: FastifyInstance, document: () => unknown): void => {
  let made: { json: string; html: string } | undefined;
  const once = () => {
    if (made === undefined) {
      const content = document();
      made = { json: JSON.stringify(content), html: docsHtml(content) };
    }
    return made;
  };
  scope.get('/openapi.json', async (_request, reply) =>
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .header('vary', 'accept-encoding')
      .send(once().json),
  );
  scope.get('/docs', async (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      .header('cache-control', 'public, max-age=60')
      .header('vary', 'accept-encoding')
      .send(once().html),
  );
};
