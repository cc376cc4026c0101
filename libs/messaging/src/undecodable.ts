/**
 * Stands in a fact's `data` when what came could not be read. The fact keeps its place: whoever wants it finds that it can not be
 * applied, so its stream waits there, parked, and everything else goes on.
 */
export class Undecodable {
  readonly errorClass: string;

  constructor(errorClass: string) {
    this.errorClass = errorClass;
  }
}

/** Thrown where an undecodable fact would be applied. */
export class UndecodableFactError extends Error {
  override readonly name = 'UndecodableFactError';
}

export const refuseUndecodable = (data: unknown): void => {
  if (data instanceof Undecodable) throw new UndecodableFactError(data.errorClass);
};
