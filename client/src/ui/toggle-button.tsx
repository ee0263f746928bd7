import { ToggleButton as AriaToggleButton } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './spinner.tsx';
import styles from './toggle-button.module.css';
import { t } from '../language/index.ts';

export interface ToggleButtonProps {
  /** The thing, in a word that stays the same: "Microphone". `aria-pressed` says whether it is on. */
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  iconOn: IconName;
  iconOff: IconName;
  /** Words under the icon; default "On" / "Off". */
  wordOn?: string;
  wordOff?: string;
  size?: 'medium' | 'large';
  pending?: boolean;
  disabled?: boolean;
}

export function ToggleButton(props: ToggleButtonProps) {
  const { label, on, onChange, iconOn, iconOff, wordOn = t('On'), wordOff = t('Off') } = props;
  const { size = 'medium', pending = false, disabled = false } = props;
  return (
    <AriaToggleButton
      className={styles.toggle ?? ''}
      data-size={size}
      aria-busy={pending}
      isSelected={on}
      isDisabled={disabled}
      onChange={(next) => {
        if (!pending) onChange(next);
      }}
    >
      {pending ? <Spinner /> : <Icon name={on ? iconOn : iconOff} />}
      <span className={styles.words}>
        <span>{label}</span>
        <span className={styles.state} aria-hidden="true">
          {on ? wordOn : wordOff}
        </span>
      </span>
    </AriaToggleButton>
  );
}
