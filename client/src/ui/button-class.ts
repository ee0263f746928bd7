import styles from './button.module.css';
import { classNames } from './class-names.ts';

/**
 * primary: the one next step · quiet: everything else · plain: in headers and running text ·
 * danger: raises a high alert · caution: raises a medium one ·
 * help: the client's Help, plain to see and no alarm.
 */
export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger' | 'caution' | 'help';
/** medium 44 px · large 64 px (chaperone) · client 96 px · zone: all the room it is given, never below 96 px. */
export type ButtonSize = 'medium' | 'large' | 'client' | 'zone';

export function buttonClass(variant: ButtonVariant, size: ButtonSize, wide: boolean): string {
  return classNames(styles.button, styles[variant], styles[size], wide && styles.wide);
}
