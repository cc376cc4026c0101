import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, ROOT } from './run-tool.ts';
import {
  clocksOfTheirOwn,
  connectionsOfOtherSuites,
  controlsTooSmall,
  factsWithoutGoldenFile,
  factTypesIn,
  lawsSwitchedOff,
  namelessFiles,
  pathTestsElsewhere,
  personsTakenForNobody,
  placesWithDots,
  reasonsIn,
  rolesChangedBySuites,
  securityHeadersElsewhere,
  swallowedErrors,
  textsWaitedForByHand,
  unpinnedVersions,
  untoldReasons,
} from './text-laws.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const planted = (file: string): string => read(`test/laws/breaches/text/${file}`);

/** The laws' own texts speak of what they forbid. */
const sources = ['libs', 'services', 'test']
  .flatMap((folder) => [...filesUnder(folder, '.ts'), ...filesUnder(folder, '.tsx')])
  .filter((file) => !file.startsWith('test/laws/'));
const packages = ['libs', 'services'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
);
const refusing = packages.filter((folder) => existsSync(join(ROOT, folder, 'src/application/refusal-texts.ts')));
const deciding = packages.filter((folder) => existsSync(join(ROOT, folder, 'src/domain')));

const complaintsAbout = (law: (source: string) => readonly string[]): readonly string[] =>
  sources.flatMap((file) => law(read(file)).map((line) => `${file}:${line}`));

describe('laws: no error is swallowed', () => {
  it('holds', () => expect(complaintsAbout(swallowedErrors)).toEqual([]));
  it('bites', () => expect(swallowedErrors(planted('swallowed-errors.ts')).map((line) => line[0])).toEqual(['2', '3']));
});

describe('laws: a law is switched off with its reason only', () => {
  it('holds', () => expect(complaintsAbout(lawsSwitchedOff)).toEqual([]));
  it('bites', () =>
    expect(lawsSwitchedOff(planted('laws-switched-off.ts')).map((line) => line[0])).toEqual(['1', '5']));
});

describe('laws: the tree is asked in one way', () => {
  const askers = sources.filter((file) => /^services\/(?!gateway|supervisor)[^/]+\/src\//.test(file));
  it('holds', () =>
    expect(askers.flatMap((file) => pathTestsElsewhere(read(file)).map((line) => `${file}:${line}`))).toEqual([]));
  it('bites', () =>
    expect(pathTestsElsewhere(planted('path-tests.ts')).map((line) => line[0])).toEqual(['3', '5', '6']));
});

describe('laws: a place in a list is named in one way', () => {
  const naming = sources.filter((file) => /^(?:libs|services)\/[^/]+\/src\//.test(file));
  it('holds', () =>
    expect(naming.flatMap((file) => placesWithDots(read(file)).map((line) => `${file}:${line}`))).toEqual([]));
  it('bites', () => expect(placesWithDots(planted('dotted-places.ts')).map((line) => line[0])).toEqual(['2', '3']));
});

describe('laws: the headers that keep a browser careful are one set', () => {
  const answering = sources.filter((file) => /^(?:libs|services)\/[^/]+\/src\/.*(?<!\.spec)\.ts$/.test(file));
  it('holds', () =>
    expect(answering.filter((file) => securityHeadersElsewhere(read(file)).length > 0)).toEqual([
      'services/gateway/src/adapters/http/request-marks.ts',
    ]));
  it('bites', () =>
    expect(securityHeadersElsewhere(planted('security-headers.ts')).map((line) => line[0])).toEqual(['2', '5']));
});

describe('laws: the console has one clock', () => {
  const pages = sources.filter((file) => /^services\/console\/(?:src|worker)\/(?!api\/generated\/)/.test(file));
  it('holds', () =>
    expect(pages.filter((file) => clocksOfTheirOwn(read(file)).length > 0)).toEqual([
      'services/console/src/api/platform-clock.ts',
    ]));
  it('bites', () =>
    expect(clocksOfTheirOwn(planted('own-clocks.ts')).map((line) => line[0])).toEqual(['2', '4', '6', '8']));
});

describe('laws: no suite changes a role of the database server that suites share', () => {
  const suites = sources.filter((file) => file.endsWith('.int-spec.ts'));
  it('holds', () =>
    expect(suites.flatMap((file) => rolesChangedBySuites(read(file)).map((line) => `${file}:${line}`))).toEqual([]));
  it('bites', () =>
    expect(rolesChangedBySuites(planted('roles-changed.ts')).map((line) => line[0])).toEqual(['1', '2', '3']));
});

describe('laws: a browser suite waits for a text by `seen`, which no open dialog satisfies', () => {
  const suites = sources.filter((file) => /^services\/console\/test\/(?!chromium\.ts$)/.test(file));
  it('holds', () =>
    expect(suites.flatMap((file) => textsWaitedForByHand(read(file)).map((line) => `${file}:${line}`))).toEqual([]));
  it('bites', () =>
    expect(textsWaitedForByHand(planted('texts-waited-for.ts')).map((line) => line[0])).toEqual(['3', '5', '7', '8']));
});

describe('laws: a page waits until it is known who one is, and takes nobody for him before', () => {
  const pages = sources.filter((file) => file.startsWith('services/console/src/'));
  it('holds', () =>
    expect(pages.flatMap((file) => personsTakenForNobody(read(file)).map((line) => `${file}:${line}`))).toEqual([]));
  it('bites', () =>
    expect(personsTakenForNobody(planted('taken-for-nobody.ts')).map((line) => line[0])).toEqual(['3', '4']));
});

describe('laws: every control of the console is as high as a finger is wide', () => {
  const pages = sources.filter((file) => file.startsWith('services/console/src/'));
  it('holds', () =>
    expect(pages.flatMap((file) => controlsTooSmall(read(file)).map((line) => `${file}:${line}`))).toEqual([]));
  it('bites', () => expect(controlsTooSmall(planted('small-controls.tsx')).map((line) => line[0])).toEqual(['3', '4']));
});

describe('laws: no suite touches the connections of another', () => {
  const suites = sources.filter((file) => file.endsWith('.int-spec.ts'));
  it('holds', () =>
    expect(suites.flatMap((file) => connectionsOfOtherSuites(read(file)).map((line) => `${file}:${line}`))).toEqual(
      [],
    ));
  it('bites', () =>
    expect(connectionsOfOtherSuites(planted('others-connections.ts')).map((line) => line[0])).toEqual(['1', '2']));
});

describe('laws: a file is named after its idea', () => {
  it('holds', () => expect(namelessFiles(sources)).toEqual([]));
  it('bites', () =>
    expect(
      namelessFiles([
        'libs/x/src/grpc-utils.ts',
        'libs/x/src/base.ts',
        'libs/x/src/database.ts',
        'libs/helpers/src/index.ts',
      ]),
    ).toEqual(['libs/x/src/grpc-utils.ts', 'libs/x/src/base.ts', 'libs/helpers/src/index.ts']));
});

describe('laws: every version is pinned', () => {
  const manifests = ['package.json', 'test/package.json', ...packages.map((folder) => `${folder}/package.json`)];
  it('holds', () =>
    expect(
      manifests.flatMap((path) =>
        unpinnedVersions(JSON.parse(read(path)) as Record<string, unknown>).map((one) => `${path} ${one}`),
      ),
    ).toEqual([]));
  it('bites', () =>
    expect(unpinnedVersions(JSON.parse(planted('manifest.json')) as Record<string, unknown>)).toEqual([
      'dependencies.pg: ^8.23.1',
      'devDependencies.nx: latest',
      'overrides.a.b: ~1.0.0',
    ]));
});

describe('laws: every lib and service explains itself', () => {
  const silent = (folders: readonly string[]): readonly string[] =>
    folders.filter(
      (folder) => !existsSync(join(ROOT, folder, 'README.md')) || read(`${folder}/README.md`).length < 200,
    );
  it('holds', () => expect(silent(packages)).toEqual([]));
  it('bites', () => expect(silent(['test/laws/breaches/text'])).toEqual(['test/laws/breaches/text']));
});

describe('laws: every refusal can be told in Chinese and English', () => {
  it('is held by every service that decides', () =>
    expect(deciding.filter((folder) => !refusing.includes(folder))).toEqual([]));
  it.each(refusing)('%s', async (folder) => {
    const texts = Object.values(
      (await import(join(ROOT, folder, 'src/application/refusal-texts.ts'))) as Record<string, never>,
    );
    const reasons = filesUnder(`${folder}/src`, 'refusals.ts').flatMap((file) => reasonsIn(read(file)));
    expect(reasons.length).toBeGreaterThan(0);
    expect(untoldReasons(reasons, Object.assign({}, ...texts) as Record<string, never>)).toEqual([]);
  });
  it('bites', async () => {
    const { texts } = await import('./breaches/text/refusal-texts.ts');
    expect(untoldReasons(reasonsIn(planted('refusals.ts')), texts)).toEqual(['TOO_LATE', 'ALREADY_DECLARED']);
  });
});

describe('laws: every stored fact has its golden file', () => {
  it.each(deciding)('%s', (folder) => {
    const types = filesUnder(`${folder}/src/domain`, '.ts')
      .filter((file) => !file.endsWith('.spec.ts'))
      .flatMap((file) => factTypesIn(read(file)));
    expect(types.length).toBeGreaterThan(0);
    expect(factsWithoutGoldenFile(types, filesUnder(`${folder}/test`, '.json'))).toEqual([]);
  });
  it('bites', () =>
    expect(factsWithoutGoldenFile(factTypesIn(planted('facts.ts')), ['x/test/golden/ProjectDeclared.v1.json'])).toEqual(
      ['ProjectDeclared.v2'],
    ));
});
