// Does a little work under telemetry, as a service would: a span within a span, measured; and tells what it goes on with.
import {
  currentTraceparent,
  inSpan,
  observeProcess,
  recentSpans,
  redMetrics,
  rpcAttributes,
  stopTelemetry,
  traceHere,
} from '@jiangong/telemetry/node';

const [, , parent, certificate, here] = process.argv;
if (here === 'here') await traceHere();
observeProcess('traced', certificate);
const current = await inSpan({ scope: 'traced', name: 'jiangong.test.outer', parent, kind: 'server' }, () =>
  inSpan({ scope: 'traced', name: 'jiangong.test.inner' }, async () => {
    redMetrics('traced', 'rpc.server.call.duration').record({
      operation: rpcAttributes('/a.b/C'),
      outcome: 'ok',
      seconds: 0.01,
    });
    return currentTraceparent();
  }),
);
console.log(JSON.stringify({ current, kept: recentSpans.find({ limitMax: 10 }) }));
await stopTelemetry();
