import { useEffect } from 'react';
import { callsHelp, isHelpKey, type KeyFacts } from './help-keys.ts';

function placeOf(target: EventTarget | null): KeyFacts['to'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="textbox"]'))
    return 'text';
  return target.closest('button, a, summary, [role], [tabindex]:not(#main)') ? 'control' : 'page';
}

/** ms in which a control that the keyboard is on may go: what it did has to reach the server first. */
const GOES_WITHIN = 6_000;
/** ms for which the part then keeps the focus: the next key after that calls, as from nothing in particular. */
const STAYS = 1_000;

/**
 * A control that goes when the keyboard presses it leaves the focus to its part of the page, and not to
 * nothing: pressed once more it would call (AL14), and a screen reader would lose its place.
 * @returns how to stop looking
 */
function keepFocusNear(pressed: HTMLElement): () => void {
  const part = pressed.closest<HTMLElement>('section, [role="group"], main');
  const looking = setInterval(() => {
    if (pressed.isConnected) return;
    clearInterval(looking);
    if (!part?.isConnected || document.activeElement !== document.body) return;
    part.tabIndex = -1;
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true });
    part.focus({ preventScroll: true });
    setTimeout(() => part.blur(), STAYS);
  }, 50);
  setTimeout(() => clearInterval(looking), GOES_WITHIN);
  return () => clearInterval(looking);
}

/**
 * Help by key, anywhere on the page (AL14). A control that was tapped keeps no focus: the next Enter of
 * a remote in the hand calls, and does not press that control again.
 */
export function useHelpKeys(help: () => void): void {
  useEffect(() => {
    const last = new Map<string, number>();
    let stopLooking = () => {};
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
    // On its way down: a control keeps the keys that press it to itself.
    const onControlKey = ({ target }: KeyboardEvent) => {
      stopLooking();
      const control = target instanceof Element && target.closest<HTMLElement>('button, a');
      if (control) stopLooking = keepFocusNear(control);
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
    window.addEventListener('keydown', onControlKey, { capture: true });
    window.addEventListener('keydown', onKey);
    window.addEventListener('click', onClick, { capture: true });
    return () => {
      stopLooking();
      window.removeEventListener('keydown', onControlKey, { capture: true });
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('click', onClick, { capture: true });
    };
  }, [help]);
}
