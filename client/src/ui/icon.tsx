import { classNames } from './class-names.ts';
import { iconPaths } from './icon-paths.ts';
import styles from './icon.module.css';

export type IconName = keyof typeof iconPaths;

export interface IconProps {
  name: IconName;
  /** `text` (1.25em, follows the words beside it), `large` (2rem), `huge` (3.5rem). */
  size?: 'text' | 'large' | 'huge';
  /** Only where no words stand beside it; without one the icon is hidden from screen readers. */
  label?: string | undefined;
  className?: string | undefined;
}

export function Icon({ name, size = 'text', label, className }: IconProps) {
  return (
    <svg
      className={classNames(styles.icon, className)}
      data-size={size}
      viewBox="0 0 24 24"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {iconPaths[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
