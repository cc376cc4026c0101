import { Button } from 'antd';
import { type SyntheticEvent, useId, useState } from 'react';

const CODE_CHARS_MAX = 60;

/** One field and one button, for a number or a code that somebody holds. */
export const CodeForm = ({
  label,
  button,
  value,
  onAsk,
}: Readonly<{ label: string; button: string; value: string; onAsk: (code: string) => void }>) => {
  const id = useId();
  const [code, setCode] = useState(value);
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (code.trim() !== '') onAsk(code.trim());
  };
  return (
    <form className="code-form" onSubmit={ask}>
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input
          id={id}
          value={code}
          maxLength={CODE_CHARS_MAX}
          autoComplete="off"
          onChange={({ target }) => setCode(target.value)}
        />
        <Button type="primary" htmlType="submit">
          {button}
        </Button>
      </div>
    </form>
  );
};
