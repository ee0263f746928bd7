import { useId, type ReactNode, type Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts';
import type { DataAttributes } from './data-attributes.ts';
import { Icon, type IconName } from './icon.tsx';
import { Spinner } from './spinner.tsx';

export interface ButtonProps extends DataAttributes {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName | undefined;
  /** Fills its container's width. */
  wide?: boolean;
  /** Plain ones: the words, and not the unseen edge, align with what is above and below. */
  flush?: 'start' | 'end' | undefined;
  /** The words stay, a spinner joins them, presses do nothing, focus is kept. */
  pending?: boolean;
  disabled?: boolean;
  /** Why it cannot be pressed now: it stays in the tab order and a screen reader says why. */
  disabledReason?: string | undefined;
  /** Accessible name when the visible words are not enough (must contain them). */
  label?: string | undefined;
  /** Id of an element that says more. */
  describedBy?: string | undefined;
  type?: 'button' | 'submit';
  autoFocus?: boolean;
  /** `close` closes the dialog or popover it stands in. */
  slot?: 'close' | undefined;
  ref?: Ref<HTMLButtonElement>;
  onPress?: (() => void) | undefined;
}

export function Button({
  children,
  variant = 'quiet',
  size = 'medium',
  icon,
  wide = false,
  flush,
  pending = false,
  disabled = false,
  disabledReason,
  label,
  describedBy,
  type = 'button',
  autoFocus = false,
  slot,
  ref,
  onPress,
  ...data
}: ButtonProps) {
  const reasonId = useId();
  const refused = disabledReason !== undefined;
  // Not react-aria's isPending: its announcement outlives a button that goes, and then names nothing.
  const inert = refused || pending;
  const describes = [describedBy, refused && reasonId].filter(Boolean).join(' ');
  return (
    <>
      <AriaButton
        {...data}
        {...(label && { 'aria-label': label })}
        {...(describes && { 'aria-describedby': describes })}
        {...(slot && { slot })}
        {...(ref && { ref })}
        {...(onPress && !inert && { onPress })}
        {...(inert && { 'aria-disabled': 'true' as const })}
        type={inert ? 'button' : type}
        className={buttonClass(variant, size, wide)}
        data-pending={pending || undefined}
        data-flush={flush}
        isDisabled={disabled}
        autoFocus={autoFocus}
      >
        {pending ? <Spinner /> : icon && <Icon name={icon} />}
        <span>{children}</span>
      </AriaButton>
      {refused && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </>
  );
}
