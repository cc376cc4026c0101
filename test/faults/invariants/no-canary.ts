import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Looks into files as they grow: what was looked at is not read again. */
export class GrowingFiles {
  readonly #read = new Map<string, number>();

  /** I8: the files of a folder and of those below it in which one of the canaries stands. Contents are never told. */
  async holding(folder: string, canaries: readonly string[]): Promise<readonly string[]> {
    const found: string[] = [];
    for (const file of await readdir(folder, { withFileTypes: true, recursive: true })) {
      const path = join(file.parentPath, file.name);
      if (!file.isFile()) continue;
      const news = await this.#news(path);
      if (canaries.some((canary) => news.includes(canary))) found.push(`I8: ${path} holds personal data`);
    }
    return found;
  }

  async #news(path: string): Promise<string> {
    const { size } = await stat(path);
    const from = Math.min(this.#read.get(path) ?? 0, size);
    this.#read.set(path, size);
    const file = await open(path, 'r');
    try {
      const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
      return buffer.toString('utf8');
    } finally {
      await file.close();
    }
  }
}
