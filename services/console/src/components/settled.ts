import { useEffect, useState } from 'react';

/** So long after the last letter the platform is asked what it thinks of what was typed. */
const PAUSE_MS = 600;

/** What stood there when nobody had typed for a while; what comes where nothing stood is no typing. */
export const useSettled = <T>(value: T): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settled === '' ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
    // What stood there before says how long the pause is, and begins none.
  }, [value]);
  return settled;
};
