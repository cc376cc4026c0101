import { describe, expect, it } from '@jest/globals';
import { compileNaming } from '../src/application/naming-tables.ts';
import { adoptedTemplate, shipped } from './adopted-template.ts';

const compiled = (edit: readonly [string, string] = ['', ''], parameters: Readonly<Record<string, string>> = {}) => {
  const { templateHash, canonicalText } = shipped('pacesetters.yaml', edit);
  return compileNaming(templateHash, canonicalText, parameters);
};

describe('what a template asks of a naming', () => {
  it('is five editions, a first prize in one of them, and spoilt by a year given up, in the shipped one', () =>
    expect(compiled()).toMatchObject({
      kind: 'programme',
      years: 5,
      reading: 'first-prize-once',
      tables: {
        parameters: { editions: '5', firstPrizes: '1' },
        series: 'jiangong',
        firstPrize: 'jiangong.first',
        abandoned: 'spoil',
        outcome: [{ id: 'pacesetter', code: 'jiangong.pacesetter', zh: '标兵单位', pick: { by: 'each' }, needs: [] }],
        party: { recuse: 'home', least: 3, attest: null, departures: true },
        notice: null,
      },
    }));
  it('is a first prize in each, where the order sets it so', () =>
    expect(compiled(undefined, { firstPrizes: '5' })).toMatchObject({ years: 5, reading: 'first-prize-every-year' }));
  it('says whether a year given up is left out', () => {
    expect(compiled(['abandoned: spoil', 'abandoned: skip'])).toMatchObject({ tables: { abandoned: 'skip' } });
    expect(compiled([', abandoned: spoil', ''])).toMatchObject({ tables: { abandoned: 'spoil' } });
  });
  it.each([
    ['a prize of another’s', ['holder: home', 'holder: self']],
    [
      'something beside the two',
      ['atLeast: $firstPrizes}', 'atLeast: $firstPrizes}\n      - {fact: org.age-months, atLeast: 12}'],
    ],
  ] as const)('is refused where it is %s: that is computed by nobody', (_what, edit) =>
    expect(compiled(edit)).toMatchObject({ refusal: { reason: 'TEMPLATE_OF_NO_NAMING', field: 'templateHash' } }),
  );
  it('is refused where a prize in two of five editions is asked for: the source can be read in two ways, and this is neither', () =>
    expect(compiled(['oneOf: [1, 5]', 'oneOf: [1, 2, 5]'], { firstPrizes: '2' })).toMatchObject({
      refusal: { reason: 'TEMPLATE_OF_NO_NAMING', field: 'templateHash' },
    }));
  it('is refused of a template of editions', () =>
    expect(compileNaming(adoptedTemplate.templateHash, adoptedTemplate.canonicalText, {})).toMatchObject({
      refusal: { reason: 'TEMPLATE_OF_NO_NAMING', field: 'templateHash' },
    }));
  it('is refused with parameters that the template does not take', () =>
    expect(compiled(undefined, { firstPrizes: '3' })).toMatchObject({
      refusal: { reason: 'PARAMETERS_INVALID', field: 'parameters' },
    }));
});
