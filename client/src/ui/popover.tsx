import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button, type ButtonProps } from './button.tsx';
import styles from './popover.module.css';
import { usePopoverOpen } from './use-popover-open.ts';

export interface PopoverButtonProps extends Omit<ButtonProps, 'onPress' | 'children' | 'slot'> {
  /** The button's words. */
  words: ReactNode;
  /** Accessible name of what opens (a dialog that leaves the page usable). */
  dialogLabel: string;
  children: (close: () => void) => ReactNode;
  placement?: 'bottom' | 'bottom start' | 'bottom end' | 'top' | 'top start' | 'top end';
}

/** A button that opens a small panel beside it: a choice with a field or two. */
export function PopoverButton(props: PopoverButtonProps) {
  const { words, dialogLabel, children, placement = 'bottom start', ...button } = props;
  return (
    <DialogTrigger {...usePopoverOpen()}>
      <Button {...button}>{words}</Button>
      <Popover className={styles.popover ?? ''} placement={placement} offset={8}>
        <Dialog className={styles.panel ?? ''} aria-label={dialogLabel}>
          {({ close }) => children(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
