import { afterEach, describe, expect, it } from '@jest/globals';
import { pdfOf } from '@jiangong/documents/pdf';
import {
  type DocumentRenderer,
  documentRenderer,
  DocumentsBusy,
  type RendererLimits,
} from '@jiangong/documents/render';
import { book, certificate, official, plaques } from './example-documents.ts';

/** A machine on which everything else is tested at the same time. */
const BUSY_MS_MAX = 120_000;

describe('the thread that makes documents', () => {
  let renderer: DocumentRenderer | undefined;
  const open = (limits: RendererLimits = {}): DocumentRenderer => {
    renderer = documentRenderer(limits);
    return renderer;
  };
  afterEach(async () => renderer?.close());

  it('makes what this thread would make, byte for byte', async () => {
    const bytes = await open().render(official(), 'pdf');
    expect(Buffer.from(bytes).equals(Buffer.from(await pdfOf(official())))).toBe(true);
  });

  it(
    'makes a list of 500 plaques, and lets this thread go on meanwhile',
    async () => {
      let turns = 0;
      const beat = setInterval(() => (turns += 1), 20);
      const bytes = await open({ msMax: BUSY_MS_MAX }).render(plaques(500), 'pdf');
      clearInterval(beat);
      expect(bytes.byteLength).toBeGreaterThan(100_000);
      // Where the list were made in this thread, no turn would come before it is done.
      expect(turns).toBeGreaterThan(10);
    },
    BUSY_MS_MAX,
  );

  it('makes one after the other, in order', async () => {
    const busy = open();
    const done: number[] = [];
    await Promise.all([1, 2, 3].map((at) => busy.render(book(certificate()), 'pdf').then(() => done.push(at))));
    expect(done).toEqual([1, 2, 3]);
  });

  it('says so when too many are asked for at once, and takes more afterwards', async () => {
    const busy = open({ waitingMax: 2 });
    const asked = [busy.render(official(), 'pdf'), busy.render(official(), 'docx')];
    await expect(busy.render(official(), 'pdf')).rejects.toBeInstanceOf(DocumentsBusy);
    await Promise.all(asked);
    expect((await busy.render(official(), 'docx')).byteLength).toBeGreaterThan(1_000);
  });

  it('gives a document up that takes too long, and makes the next one', async () => {
    const impatient = open({ msMax: 1 });
    await expect(impatient.render(plaques(500), 'pdf')).rejects.toThrow('took too long');
    await impatient.close();
    renderer = open();
    expect((await renderer.render(official(), 'docx')).byteLength).toBeGreaterThan(1_000);
  });

  it('passes on what went wrong, and lives on', async () => {
    const robust = open();
    await expect(robust.render(plaques(1), 'docx')).rejects.toThrow('not made for Word');
    expect((await robust.render(plaques(1), 'pdf')).byteLength).toBeGreaterThan(1_000);
  });

  it('gives up what waits when it is closed', async () => {
    const closed = open();
    const asked = closed.render(plaques(500), 'pdf');
    await closed.close();
    await expect(asked).rejects.toThrow('closed');
  });
});
