import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Button, type ButtonProps } from './button.tsx';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './menu-button.module.css';
import popover from './popover.module.css';
import type { Tone } from './tone.ts';
import toneStyles from './tone.module.css';
import { usePopoverOpen } from './use-popover-open.ts';

export interface MenuAction<Id extends string> {
  id: Id;
  label: string;
  description?: string | undefined;
  icon?: IconName | undefined;
  tone?: Tone;
  disabled?: boolean;
}

export interface MenuButtonProps<Id extends string> extends Omit<
  ButtonProps,
  'onPress' | 'children' | 'slot'
> {
  words: ReactNode;
  actions: readonly MenuAction<Id>[];
  onAction: (id: Id) => void;
}

/** A list of commands (role=menu). For choices that a person must not miss, use PopoverButton with Choice. */
export function MenuButton<Id extends string>({
  words,
  actions,
  onAction,
  ...button
}: MenuButtonProps<Id>) {
  return (
    <MenuTrigger {...usePopoverOpen()}>
      <Button {...button}>{words}</Button>
      <Popover className={popover.popover ?? ''} placement="bottom end" offset={6}>
        <Menu className={styles.menu ?? ''}>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              className={classNames(toneStyles.tone, styles.item)}
              data-tone={action.tone ?? 'accent'}
              isDisabled={action.disabled ?? false}
              onAction={() => onAction(action.id)}
            >
              {action.icon && <Icon name={action.icon} className={styles.icon} />}
              <span className={styles.words}>
                <span>{action.label}</span>
                {action.description && (
                  <span className={styles.description}>{action.description}</span>
                )}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
