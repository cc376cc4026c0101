import { useEffect, useState } from 'react';

/** So long after the last letter the platform is asked what it thinks of what was typed. */
const PAUSE_MS = 600;

/** What stood there when nobody had typed for a while. */
export const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
