import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from '../../ui/index.ts';

/** ms: longer than the second half of a double press. */
const REST = 1_000;

/**
 * A clinical step. It rests for a moment when it appears, because it appears where the last one was: a
 * double press must not take two steps, and no phase can be gone back to (PH1).
 */
export function StepButton({ pending = false, ...button }: Omit<ButtonProps, 'variant'>) {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), REST);
    return () => clearTimeout(timer);
  }, []);
  return <Button {...button} variant="primary" pending={pending || !rested} />;
}
