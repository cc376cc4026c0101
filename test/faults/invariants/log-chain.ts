import { createHash } from 'node:crypto';
import type { LoggedRow } from './stored-log.ts';

type End = Readonly<{ revision: number; hash: string }>;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * I3, from the stored bytes: positions from 1 without gaps, revisions of each stream from 0 without gaps, every hash right, each entry
 * linked to its stream's previous one. Takes the log in order, as far as it has grown since the last look.
 */
export class LogChain {
  readonly #ends = new Map<string, End>();
  #position = 0;

  /** The last position taken. */
  get position(): number {
    return this.#position;
  }

  take(rows: readonly LoggedRow[]): readonly string[] {
    return rows.flatMap((row) => {
      const faults = this.#faultsOf(row).map((what) => `I3: position ${row.position} (${row.type}): ${what}`);
      this.#position = row.position;
      this.#ends.set(row.stream, { revision: row.revision, hash: row.hash });
      return faults;
    });
  }

  #faultsOf({ position, stream, revision, hash, entry, data }: LoggedRow): readonly string[] {
    const end = this.#ends.get(stream);
    const told = JSON.parse(entry) as { stream: string; revision: number; prev: string | null; dataHash: string };
    return [
      ...(position === this.#position + 1 ? [] : [`comes after ${this.#position}`]),
      ...(revision === (end?.revision ?? -1) + 1 ? [] : [`revision ${revision} after ${end?.revision ?? 'none'}`]),
      ...(told.prev === (end?.hash ?? null) ? [] : ['does not follow the entry before it']),
      ...(sha256(entry) === hash ? [] : ['the entry has another hash']),
      ...(sha256(data) === told.dataHash ? [] : ['the data have another hash']),
      ...(told.stream === stream && told.revision === revision ? [] : ['the columns say another place than the entry']),
    ];
  }
}
