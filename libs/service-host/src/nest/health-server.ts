import { once } from 'node:events';
import { createServer } from 'node:http';

/** What a probe is told; nothing else. */
export type Health = Readonly<{
  /** From now on the process can do its work. */
  ready(): void;
  /** It does no more: whoever sends it work looks elsewhere. */
  notReady(): void;
  close(): Promise<void>;
}>;

const SILENT: Health = { ready: () => undefined, notReady: () => undefined, close: async () => undefined };

const REQUEST_MS_MAX = 2_000;
const HEADER_BYTES_MAX = 4_096;

/**
 * Answers probes over plain HTTP: `/healthz` 200 as long as the process answers, `/readyz` 200 or 503. It stands beside gRPC because
 * what probes (a kubelet, compose) can show no certificate of ours, and it tells nothing that needed one.
 */
export const startHealthServer = async (listen: string | undefined): Promise<Health> => {
  if (listen === undefined) return SILENT;
  let ready = false;
  const server = createServer(
    { maxHeaderSize: HEADER_BYTES_MAX, requestTimeout: REQUEST_MS_MAX, headersTimeout: REQUEST_MS_MAX },
    (request, response) => {
      const path = request.url ?? '';
      const known = path === '/healthz' || path === '/readyz';
      const code = known ? (path === '/healthz' || ready ? 200 : 503) : 404;
      response.writeHead(code, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        connection: 'close',
      });
      response.end(JSON.stringify({ status: code === 200 ? 'ok' : code === 503 ? 'not-ready' : 'not-found' }));
    },
  );
  const at = listen.lastIndexOf(':');
  server.listen(Number(listen.slice(at + 1)), listen.slice(0, at).replace(/^\[|\]$/gu, ''));
  await once(server, 'listening');
  return {
    ready: () => void (ready = true),
    notReady: () => void (ready = false),
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
