import { Select } from './select.tsx';

export interface CountSelectProps {
  label: string;
  /** Offered are 1 to this many; where it is one there is nothing to choose. */
  most: number;
  value: number;
  onChange: (count: number) => void;
}

/** How many of a few. */
export function CountSelect({ label, most, value, onChange }: CountSelectProps) {
  if (most < 2) return null;
  const options = Array.from({ length: most }, (_, index) => String(index + 1));
  return (
    <Select
      label={label}
      options={options.map((count) => ({ value: count, label: count }))}
      value={String(value)}
      onChange={(count) => onChange(Number(count))}
    />
  );
}
