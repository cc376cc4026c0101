import { setTimeout as wait } from 'node:timers/promises';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { faketimeLibrary } from '../machine.ts';
import type { MatrixCase, Scene } from '../matrix-case.ts';
import type { Service } from '../matrix-platform.ts';

const SKEWED_MS = 4_000;

/** Only the wall clock: deadlines and pauses go on by the steady one, as under a clock that was set wrongly. */
const fakeTime = async (skew: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> => {
  const library = await faketimeLibrary();
  if (library === undefined) throw new Error('libfaketime is gone');
  return {
    LD_PRELOAD: library,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
    FAKETIME_NO_CACHE: '1',
    ...skew,
  };
};

const under = async (
  scene: Scene,
  service: Service,
  skew: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> => {
  const { platform, injected } = scene;
  await platform.restartWith({ [service]: await fakeTime(skew) });
  await platform.ready(service);
  injected('skewed clock');
  await work();
  await platform.restartWith({ [service]: {} });
  await platform.ready(service);
};

const skewed = (service: Service, skew: string): MatrixCase => ({
  row: 8,
  fault: `clock at ${skew}`,
  point: service,
  needs: 'libfaketime',
  run: (scene) => under(scene, service, { FAKETIME: skew }, () => wait(SKEWED_MS)),
});

/** The clock goes on rightly, then back by an hour, then rightly again: under a running service. */
const steppedBack = (service: Service): MatrixCase => ({
  row: 8,
  fault: 'clock steps back by an hour and on again',
  point: service,
  needs: 'libfaketime',
  run: async (scene) => {
    const file = join(scene.platform.directory, `faketime-${service}`);
    await writeFile(file, '+0\n');
    await under(scene, service, { FAKETIME_TIMESTAMP_FILE: file }, async () => {
      for (const offset of ['-1h', '+0', '-1h', '+0']) {
        await writeFile(file, `${offset}\n`);
        await wait(SKEWED_MS / 4);
      }
    });
  },
});

const SKEWS = ['-3d', '+3d'] as const;

export const clockCases: readonly MatrixCase[] = [
  ...SKEWS.flatMap((skew) =>
    (['organizations', 'membership', 'merit-projects', 'evaluation', 'notifications', 'audit'] as const).map(
      (service) => skewed(service, skew),
    ),
  ),
  skewed('gateway', '-3d'),
  skewed('gateway', '+4m'),
  steppedBack('merit-projects'),
  steppedBack('gateway'),
];
