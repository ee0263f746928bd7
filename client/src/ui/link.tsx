import type { ReactNode } from 'react';
import { Link as AriaLink } from 'react-aria-components';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts';
import type { DataAttributes } from './data-attributes.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './link.module.css';

export interface LinkButtonProps extends DataAttributes {
  /** `tel:…`, a page of ours, or another site's. */
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName | undefined;
  wide?: boolean;
  /** As a Button's. */
  flush?: 'start' | 'end' | undefined;
  label?: string | undefined;
  /** Beside this page, which stays: a session must not be left for it. */
  newTab?: boolean;
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
    flush,
    label,
    newTab = false,
    onPress,
    ...data
  } = props;
  return (
    <AriaLink
      {...data}
      {...(label && { 'aria-label': label })}
      {...(onPress && { onPress })}
      {...(newTab && { target: '_blank', rel: 'noopener' })}
      href={href}
      data-flush={flush}
      className={buttonClass(variant, size, wide)}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </AriaLink>
  );
}

export interface TextLinkProps {
  href: string;
  children: ReactNode;
}

/** A link in running text or in place of a name: takes the look of the words around it. */
export function TextLink({ href, children }: TextLinkProps) {
  return (
    <AriaLink href={href} className={styles.text ?? ''}>
      {children}
    </AriaLink>
  );
}
