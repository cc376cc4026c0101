import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';

/** A part that is fetched when it is first shown: forms that a first view does without. */
export const late = <P extends object>(load: () => Promise<ComponentType<P>>): ((props: P) => ReactElement) => {
  const Part = lazy(async () => ({ default: await load() })) as ComponentType<P>;
  return (props) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  );
};
