import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** What Redoc itself says on the page; texts of the document are in both languages already. */
const LABELS = {
  enum: '取值 Enum',
  enumSingleValue: '取值 Value',
  enumArray: '各项取值 Items',
  default: '默认 Default',
  deprecated: '已弃用 Deprecated',
  example: '示例 Example',
  examples: '示例 Examples',
  recursive: '递归 Recursive',
  arrayOf: '列表 Array of ',
  const: '取值 Value',
  download: '下载 Download',
  downloadSpecification: 'OpenAPI 3.1',
  responses: '答复 Responses',
  requestSamples: '请求示例 Request samples',
  responseSamples: '答复示例 Response samples',
};

/** The search would want a worker from a `blob:` address; the names of operations are in the page, where a browser finds them. */
const OPEN = `Redoc.init('/openapi.json', ${JSON.stringify({ disableSearch: true, hideLoading: true, labels: LABELS })}, document.getElementById('api'));\n`;

const STYLE = 'body { margin: 0; } noscript { display: block; padding: 1rem; }';

/**
 * What the bundle puts into the page: an empty style, filled rule by rule by script, and the one of its scroll bars. Seen in a browser with
 * the version that stands here; its test fails when another one is installed, so that somebody looks again.
 */
export const REDOC = {
  version: '2.5.4',
  styleHashes: ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', 'QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='],
};

const styles = [createHash('sha256').update(STYLE).digest('base64'), ...REDOC.styleHashes];

/** Nothing from elsewhere and nothing inline: `img-src` also keeps the bundle's logo from its maker's host. */
export const DOCS_POLICY = `default-src 'none'; script-src 'self'; style-src ${styles.map((hash) => `'sha256-${hash}'`).join(' ')}; img-src data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`;

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>接口文档 · API – 建功 Jiangong</title><link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><noscript>接口文档须启用脚本，亦可直接阅读 <span lang="en">This page needs scripts; the document itself:</span> <a href="/openapi.json">openapi.json</a></noscript>
<div id="api"></div><script src="/docs/redoc.js"></script><script src="/docs/open.js"></script></body></html>`;

const bundle = createRequire(import.meta.url).resolve('redoc/bundles/redoc.standalone.js');

const kept = (reply: FastifyReply, type: string, seconds: number): FastifyReply =>
  reply
    .header('content-type', `${type}; charset=utf-8`)
    .header('cache-control', `public, max-age=${seconds}`)
    .header('vary', 'accept-encoding');

/** `/openapi.json` and Redoc's page of it, its script served by us. What is made is made once. */
export const registerDocs = (scope: FastifyInstance, document: () => unknown): void => {
  let json: string | undefined;
  let script: string | undefined;
  scope.get('/openapi.json', async (_request, reply) =>
    kept(reply, 'application/json', 60).send((json ??= JSON.stringify(document()))),
  );
  scope.get('/docs', async (_request, reply) =>
    kept(reply, 'text/html', 60).header('content-security-policy', DOCS_POLICY).send(PAGE),
  );
  scope.get('/docs/redoc.js', async (_request, reply) =>
    kept(reply, 'text/javascript', 86_400).send((script ??= readFileSync(bundle, 'utf8'))),
  );
  scope.get('/docs/open.js', async (_request, reply) => kept(reply, 'text/javascript', 60).send(OPEN));
};
