import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts';
import type { DataAttributes } from './data-attributes.ts';
import { Icon, type IconName } from './icon.tsx';

export interface LinkButtonProps extends DataAttributes {
  /** `tel:…`, a page of ours, or another site's. */
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName | undefined;
  wide?: boolean;
  label?: string | undefined;
  onPress?: (() => void) | undefined;
}

/** Looks like a Button, is a link: works when scripts or the server do not. */
export function LinkButton(props: LinkButtonProps) {
  const {
    href,
    children,
    variant = 'quiet',
    size = 'medium',
    icon,
    wide = false,
    label,
    onPress,
    ...data
  } = props;
  return (
    <AriaLink
      {...data}
      {...(label && { 'aria-label': label })}
      {...(onPress && { onPress })}
      href={href}
      className={buttonClass(variant, size, wide)}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </AriaLink>
  );
}
