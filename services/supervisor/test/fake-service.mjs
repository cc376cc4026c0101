// A stand-in for a service: says it is ready, answers the supervisor, ends when it is told to or when the supervisor is gone.
// LOG_LEVEL=crash: ends at once. LOG_LEVEL=deaf: does not end on SIGTERM.
if (process.env.LOG_LEVEL === 'crash') {
  console.error('no reason to live');
  process.exit(3);
}
let now = process.env.JIANGONG_MOVED_CLOCK ?? null;
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.env.LOG_LEVEL === 'deaf' || process.exit(0));
process.on('SIGINT', () => console.log('{"level":"error","message":"interrupted by the terminal"}'));
process.on('message', (message) => {
  if (message.kind === 'set-clock') {
    now = message.now;
    process.send({ kind: 'clock-set', now });
  }
  if (message.kind === 'status?')
    process.send({
      kind: 'status',
      id: message.id,
      status: { ready: true, lag: 0, head: 1, due: 0, busy: 0, parked: 0 },
    });
  if (message.kind === 'compare?')
    process.send({ kind: 'compared', id: message.id, compared: [{ reader: 'things', position: 1, equal: true }] });
});
console.log(JSON.stringify({ level: 'info', service: process.env.SERVICE_NAME, now, message: 'ready' }));
if (process.env.SERVICE_NAME === 'gateway')
  process.send({ kind: 'set-up-link', url: 'http://127.0.0.1/set-up#once', code: 'AAAA-BBBB' });
process.send({ kind: 'ready' });
