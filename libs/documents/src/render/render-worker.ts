import { parentPort } from 'node:worker_threads';
import type { DocumentFormat, PrintedDocument } from '../printed.ts';
import { render } from './render.ts';

export type RenderAsked = Readonly<{ id: number; document: PrintedDocument; format: DocumentFormat }>;
export type RenderAnswer = Readonly<{ id: number; bytes: Uint8Array } | { id: number; error: string }>;

const port = parentPort;
if (port === null) throw new Error('the renderer runs as a worker only');

const answer = async ({ id, document, format }: RenderAsked): Promise<RenderAnswer> => {
  try {
    return { id, bytes: await render(document, format) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
};

port.on('message', (asked: RenderAsked) => {
  void answer(asked).then((told) => port.postMessage(told));
});
