import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { organizationsBelow, peopleOf } from '../../api/questions/planning.ts';
import type { Option } from '../../components/choice.tsx';
import { either } from '../../components/names.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { isChosen, isPerson, type Track } from './nomination.ts';

const TITLE_CHARS_MAX = 200;

/** Whom or what one may put forward of this category: organizations or people of whoever nominates. */
export const useSubjects = (
  track: Track | undefined,
  nominatorId: string,
): Readonly<{
  options: readonly Option[];
  query: Readonly<{ isError: boolean; error: unknown; again: () => void }>;
}> => {
  const ofPeople = track !== undefined && isPerson(track);
  const ofPlaces = track?.kind === 'organization';
  const isAsked = nominatorId !== '';
  const people = useQuery({ ...peopleOf(nominatorId), enabled: isAsked && ofPeople });
  const places = useQuery({ ...organizationsBelow(nominatorId, track?.of ?? []), enabled: isAsked && ofPlaces });
  const asked = ofPeople ? people : places;
  const options = ofPeople
    ? (people.data?.items ?? []).map(({ personId, name }) => ({ value: personId, label: name }))
    : (places.data?.items ?? []).map(({ organizationId, nameZh, nameEn }) => ({
        value: organizationId,
        label: either(nameZh, nameEn),
      }));
  return { options, query: { isError: asked.isError, error: asked.error, again: () => void asked.refetch() } };
};

/** What is put forward: chosen, where the platform knows it, and how it is called. */
export const SubjectFields = ({
  track,
  options,
  query: { isError, error, again },
}: Readonly<{ track: Track }> & ReturnType<typeof useSubjects>) => {
  const { t } = useTranslation();
  const rules = [{ required: true, whitespace: true, message: t('required') }];
  // Chosen for another category or branch before: it has to be chosen anew.
  const offered = {
    validator: async (_rule: unknown, chosen: string) =>
      chosen === '' || options.some(({ value }) => value === chosen)
        ? Promise.resolve()
        : Promise.reject(new Error(t('nominating.chooseAnew'))),
  };
  return (
    <>
      {isChosen(track) && (
        <>
          {isError && <ProblemNotice error={error} again={again} />}
          <Form.Item
            name="subjectId"
            label={isPerson(track) ? t('nominating.person') : t('nominating.organization')}
            rules={[...rules, offered]}
          >
            <select>
              <option value="">{t('choose')}</option>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </Form.Item>
        </>
      )}
      {track.kind === 'office-holder' && (
        <Form.Item name="as" label={t('nominating.as')} rules={rules}>
          <Input maxLength={TITLE_CHARS_MAX} />
        </Form.Item>
      )}
      <Form.Item
        name="title"
        label={t('nominating.name')}
        extra={isChosen(track) ? t('nominating.nameHint') : undefined}
        rules={rules}
      >
        <Input maxLength={TITLE_CHARS_MAX} />
      </Form.Item>
    </>
  );
};
