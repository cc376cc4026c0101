import { either } from '../../components/names.ts';

/** What a policy says, sentence by sentence. */
export const Lines = ({ lines }: Readonly<{ lines: readonly Readonly<{ zh: string; en: string }>[] }>) => (
  <ul>
    {lines.map(({ zh, en }) => (
      <li key={zh}>{either(zh, en)}</li>
    ))}
  </ul>
);
