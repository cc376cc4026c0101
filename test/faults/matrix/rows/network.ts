import { setTimeout as wait } from 'node:timers/promises';
import type { MatrixCase, Scene } from '../matrix-case.ts';
import type { Service } from '../matrix-platform.ts';
import type { Weather } from '../tcp-proxy.ts';

const BAD_WEATHER_MS = 5_000;
/** A half-open way lasts longer than an append may take, so that the service's own time limit is met. */
const SILENT_MS = 12_000;

type Weathered = Readonly<{
  row: 6 | 7;
  name: string;
  weather: (scene: Scene) => Weather;
  lastsMs: number;
  sample?: boolean;
}>;

const WEATHERS: readonly Weathered[] = [
  { row: 6, name: 'cut', weather: () => ({ kind: 'down' }), lastsMs: BAD_WEATHER_MS, sample: true },
  {
    row: 6,
    name: 'one-way cut: requests are lost',
    weather: () => ({ kind: 'silent', lost: 'requests' }),
    lastsMs: SILENT_MS,
  },
  {
    row: 6,
    name: 'one-way cut: answers are lost',
    weather: () => ({ kind: 'silent', lost: 'answers' }),
    lastsMs: SILENT_MS,
  },
  { row: 6, name: 'half-open: both ways lost', weather: () => ({ kind: 'silent', lost: 'both' }), lastsMs: SILENT_MS },
  { row: 7, name: 'delay of 300 ms a piece', weather: () => ({ kind: 'slow', delayMs: 300 }), lastsMs: BAD_WEATHER_MS },
  {
    row: 7,
    name: 'throttled to 8 kB/s',
    weather: () => ({ kind: 'narrow', bytesPerSecond: 8_000 }),
    lastsMs: BAD_WEATHER_MS,
  },
  {
    row: 7,
    name: 'torn in the middle of answers',
    weather: ({ dice }) => ({ kind: 'torn', afterBytes: dice.between(200, 20_000) }),
    lastsMs: BAD_WEATHER_MS,
    sample: true,
  },
];

const toDatabase = (service: Service, { row, name, weather, lastsMs, sample = false }: Weathered): MatrixCase => ({
  row,
  fault: name,
  point: `${service} ↔ database`,
  sample: sample && service === 'merit-projects',
  wires: true,
  run: async (scene) => {
    scene.wires.database(service, weather(scene));
    scene.injected(name);
    await wait(lastsMs);
    scene.wires.clear();
  },
});

const toService = (service: Service, { row, name, weather, lastsMs }: Weathered): MatrixCase => ({
  row,
  fault: name,
  point: `gateway ↔ ${service}`,
  wires: true,
  run: async (scene) => {
    scene.wires.service(service, weather(scene));
    scene.injected(name);
    await wait(lastsMs);
    scene.wires.clear();
  },
});

export const networkCases: readonly MatrixCase[] = WEATHERS.flatMap((one) => [
  toDatabase('merit-projects', one),
  toDatabase('gateway', one),
  toService('merit-projects', one),
]).toSorted((a, b) => a.row - b.row);
