import type { SampleUnit } from './sample-units.ts';
import { type Dice, dice as diceOf } from './seeded-random.ts';

export type Role =
  | 'committee-officer'
  | 'committee-leader'
  | 'discipline-inspector'
  | 'appraisal-office'
  | 'unit-officer'
  | 'branch-secretary'
  | 'expert'
  | 'member'
  | 'mass-voter'
  | 'auditor'
  | 'operator';

/** A person of the invented province. `home` and `grants[].organization` are codes: `committee`, a unit's or a branch's. */
export type Persona = Readonly<{
  code: string;
  name: string;
  login: string;
  home: string;
  /** Since when a full member, where the register says so. */
  fullSince?: string;
  grants: readonly Readonly<{ role: Role; organization: string }>[];
}>;

export const COMMITTEE = 'committee';
/** The person who sets the platform up. */
export const FIRST_OFFICER = 'officer-1';

/** The leader whom the officer names; this one names the others who lead, inspect and audit. */
export const FIRST_LEADER = 'leader-1';
export const NAMED_BY_LEADERS: ReadonlySet<Role> = new Set<Role>([
  'committee-leader',
  'discipline-inspector',
  'auditor',
]);

export const LEADERS = 5;
export const EXPERTS = 15;
/** So many experts come from units: they may not score their own unit's entries. */
export const EXPERTS_FROM_UNITS = 5;

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹喻柏水窦章云苏潘葛范彭郎'];
const GIVEN = [...'建明志远思齐海宁文博雅静春晖立新家和子航若兰天佑晓峰玉洁永康俊杰丽华国栋秋实'];

/** Every name carries its mark: these people do not exist. */
const MARK = '（虚构）';

const nameMaker = (dice: Dice): (() => string) => {
  const given = new Set<string>();
  return () => {
    for (;;) {
      const name = `${dice.pick(SURNAMES)}${dice.pick(GIVEN)}${dice.pick(GIVEN)}`;
      if (given.has(name)) continue;
      given.add(name);
      return `${name}${MARK}`;
    }
  };
};

/** About 170 people: the committee's own, an officer and a secretary of branches for each unit, and the expert panel. */
export const inventPeople = (seed: string, units: readonly SampleUnit[]): readonly Persona[] => {
  const nameOf = nameMaker(diceOf(seed, 'names'));
  const person = (code: string, home: string, grants: Persona['grants']): Persona => ({
    code,
    name: nameOf(),
    login: code,
    home,
    grants,
  });
  const several = (
    count: number,
    role: Role,
    code: string,
    homeOf: (index: number) => string = () => COMMITTEE,
  ): Persona[] =>
    Array.from({ length: count }, (_, index) =>
      person(`${code}-${index + 1}`, homeOf(index), [{ role, organization: COMMITTEE }]),
    );
  const homes = diceOf(seed, 'expert homes').shuffled(units);
  return [
    ...several(2, 'committee-officer', 'officer'),
    ...several(LEADERS, 'committee-leader', 'leader'),
    ...several(2, 'discipline-inspector', 'inspector'),
    ...several(1, 'auditor', 'auditor'),
    ...several(1, 'operator', 'operator'),
    ...several(1, 'appraisal-office', 'appraiser'),
    ...several(EXPERTS, 'expert', 'expert', (index) =>
      index < EXPERTS_FROM_UNITS ? (homes[index] as SampleUnit).code : COMMITTEE,
    ),
    ...units.flatMap(({ code, branches }) => [
      person(`${code}-officer`, code, [{ role: 'unit-officer', organization: code }]),
      person(
        `${code}-secretary`,
        (branches[0] as { code: string }).code,
        branches.map((branch) => ({ role: 'branch-secretary', organization: branch.code })),
      ),
    ]),
  ];
};
