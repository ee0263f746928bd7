import { useEffect, useState } from 'react';

const openOnes = new Set<() => void>();

/** An alert takes the screen: what was half open would hold the keyboard when the alert is answered. */
export function closePopovers(): void {
  for (const close of openOnes) close();
}

/** Open state of a list or a panel, which an alert closes. */
export function usePopoverOpen(): { isOpen: boolean; onOpenChange: (open: boolean) => void } {
  const [isOpen, onOpenChange] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const close = () => onOpenChange(false);
    openOnes.add(close);
    return () => void openOnes.delete(close);
  }, [isOpen]);
  return { isOpen, onOpenChange };
}
