import { readFile } from 'node:fs/promises';
import { escapeHtml } from './page.ts';

/** Somebody invented, with the password that the sample gave him. */
export type SamplePerson = Readonly<{ login: string; password: string; role: string; name: string }>;

export const SAMPLE_ROLES: Readonly<Record<string, Readonly<{ zh: string; en: string }>>> = {
  'committee-officer': { zh: '机关党委工作人员', en: 'Committee officer' },
  'committee-leader': { zh: '机关党委领导', en: 'Committee leader' },
  'discipline-inspector': { zh: '纪检人员', en: 'Discipline inspector' },
  'unit-officer': { zh: '单位联络员', en: 'Unit officer' },
  'branch-secretary': { zh: '党支部书记', en: 'Branch secretary' },
  expert: { zh: '评审专家', en: 'Expert' },
  member: { zh: '党员', en: 'Member' },
  auditor: { zh: '审计人员', en: 'Auditor' },
  operator: { zh: '运维人员', en: 'Operator' },
};

/** So many of each role are offered: two officers, since some acts need a second person. */
const OFFERED_OF_A_ROLE_MAX = 2;

/** The people of the sample, one line each (test/journeys/sample); none until it has been loaded. */
export const readSamplePeople = async (path: string): Promise<readonly SamplePerson[]> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [login = '', password = '', role = '', name = ''] = line.split('\t');
      return { login, password, role, name };
    });
};

const offered = (people: readonly SamplePerson[], role: string): readonly SamplePerson[] =>
  people.filter((person) => person.role === role).slice(0, OFFERED_OF_A_ROLE_MAX);

/** One button a person, by role: a visitor of the sample is inside in one click. */
export const samplePeopleHtml = (action: string, people: readonly SamplePerson[]): string => {
  if (people.length === 0) return '';
  const roles = Object.entries(SAMPLE_ROLES).flatMap(([role, { zh, en }]) => {
    const buttons = offered(people, role).map(
      ({ login, name }) =>
        `<button type="submit" name="login" value="${escapeHtml(login)}">${escapeHtml(name === '' ? login : name)}</button>`,
    );
    return buttons.length === 0
      ? []
      : [`<dt>${escapeHtml(zh)} <span lang="en">${escapeHtml(en)}</span></dt><dd>${buttons.join(' ')}</dd>`];
  });
  return `<section class="people" aria-labelledby="people"><h2 id="people">以示例人物进入 <span lang="en">Enter as somebody invented</span></h2>
<p class="hint">本平台装有虚构的示例数据，点击即可登录。<br><span lang="en">This platform holds the invented sample: one click signs you in.</span></p>
<form method="post" action="${escapeHtml(action)}"><dl>${roles.join('\n')}</dl></form></section>`;
};
