import { useId } from 'react';
import { Button } from 'react-aria-components';
import styles from './choice.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import type { Tone } from './tone.ts';
import toneStyles from './tone.module.css';

export interface ChoiceProps {
  /** The button's accessible name, exactly. */
  label: string;
  description?: string | undefined;
  icon?: IconName | undefined;
  tone?: Tone;
  disabled?: boolean;
  onPress: () => void;
}

/** A button of two lines: what it does (its name), and what that means (its description). */
export function Choice(props: ChoiceProps) {
  const { label, description, icon, tone = 'accent', disabled = false, onPress } = props;
  const id = useId();
  return (
    <div className={classNames(toneStyles.tone, styles.choice)} data-tone={tone}>
      {icon && (
        <span className={styles.icon}>
          <Icon name={icon} />
        </span>
      )}
      <div className={styles.words}>
        {/* Its ::after covers the card: the whole card is the target, the name is the label alone. */}
        <Button
          className={styles.button ?? ''}
          {...(description && { 'aria-describedby': id })}
          isDisabled={disabled}
          onPress={onPress}
        >
          {label}
        </Button>
        {description && <span id={id}>{description}</span>}
      </div>
    </div>
  );
}
