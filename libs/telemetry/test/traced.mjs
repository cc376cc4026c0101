// Does a little work under telemetry, as a service would: one call that goes out over HTTP.
import { get } from 'node:http';
import { currentTraceparent, inSpan, redMetrics, stopTelemetry } from '@jiangong/telemetry/node';

const ask = (url) => new Promise((resolve) => get(url, (response) => response.resume().on('end', () => resolve(response.headers['x-seen']))));

await inSpan({ scope: 'traced', name: 'jiangong.call', parent: process.argv[3], kind: 'server' }, async () => {
  const seen = await ask(process.argv[2]);
  redMetrics('traced', 'jiangong.call.duration').record({ operation: '/x', outcome: 'ok', seconds: 0.01 });
  console.log(JSON.stringify({ seen, current: currentTraceparent() }));
});
await stopTelemetry();
