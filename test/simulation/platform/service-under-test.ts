import type { ProcessManager, Translator } from '@jiangong/messaging';
import type { Projection } from '@jiangong/read-models';
import type { Ground } from '@jiangong/service-host';

/** One service as the simulation runs it. `serve` gives what its RPCs do. */
export type ServiceUnderTest<S extends object> = Readonly<{
  name: string;
  projections: readonly Projection[];
  translator?: Translator;
  processes: (ground: Ground) => readonly ProcessManager[];
  serve: (ground: Ground) => S;
}>;
