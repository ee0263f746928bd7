import { useEffect } from 'react';
import { callsHelp, isHelpKey, type KeyFacts } from './help-keys.ts';

function placeOf(target: EventTarget | null): KeyFacts['to'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="textbox"]'))
    return 'text';
  return target.closest('button, a, summary, [role], [tabindex]:not(#main)') ? 'control' : 'page';
}

/**
 * Help by key, anywhere on the page (AL14). A control that was tapped keeps no focus: the next Enter of
 * a remote in the hand calls, and does not press that control again.
 */
export function useHelpKeys(help: () => void): void {
  useEffect(() => {
    const last = new Map<string, number>();
    const onKey = (event: KeyboardEvent) => {
      const { key, repeat, ctrlKey, altKey, metaKey, timeStamp } = event;
      const before = last.get(key);
      const facts: KeyFacts = {
        key,
        repeat,
        withModifier: ctrlKey || altKey || metaKey,
        to: placeOf(event.target),
        since: before === undefined ? null : timeStamp - before,
      };
      last.set(key, timeStamp);
      if (!isHelpKey(facts)) return;
      event.preventDefault();
      if (callsHelp(facts)) help();
    };
    const onClick = ({ target, detail }: MouseEvent) => {
      // A click of the keyboard's has no detail: there the focus stays where it is needed.
      if (detail === 0 || !(target instanceof Element)) return;
      const pressed = target.closest<HTMLElement>('button, a');
      // When what the press does is done: it may have led the focus elsewhere.
      setTimeout(() => {
        if (pressed === document.activeElement) pressed?.blur();
      }, 0);
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('click', onClick, { capture: true });
    };
  }, [help]);
}
