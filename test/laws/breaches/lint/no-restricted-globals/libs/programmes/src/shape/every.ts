/** A breach of everything that a calculation may not reach. */
export const reach = async (): Promise<readonly unknown[]> => [
  performance.now(),
  process.pid,
  await fetch('http://127.0.0.1/'),
  new WebSocket('ws://127.0.0.1/'),
  setTimeout(() => undefined, 1),
  setInterval(() => undefined, 1),
  setImmediate(() => undefined),
  crypto.randomUUID(),
  globalThis,
];
