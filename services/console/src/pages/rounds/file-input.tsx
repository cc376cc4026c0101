import { useState } from 'react';
import { HashedFile } from './hashed-file.tsx';

/** What a form hands its field: `value` is of no use here, since a hash says nothing to who chose the file. */
export const FileInput = ({ id, onChange }: Readonly<{ id?: string; onChange?: (hash: string) => void }>) => {
  const [taken, setTaken] = useState<string>();
  return (
    <span className="row">
      <HashedFile
        {...(id === undefined ? {} : { id })}
        isTaken={taken !== undefined}
        onTake={({ sha256, name }) => {
          setTaken(name);
          onChange?.(sha256);
        }}
      >
        {taken}
      </HashedFile>
    </span>
  );
};
