import { useEffect, useState, type RefObject } from 'react';

/** ms without a new frame after which a picture counts as standing still. */
const STILL_AFTER = 2_500;
/** ms between two looks. */
const LOOK_EVERY = 500;

/**
 * True while the video should move and does not. Says nothing (false) of a page that is hidden, and
 * where the browser cannot tell.
 */
export function useFrozen(element: RefObject<HTMLVideoElement | null>, playing: boolean): boolean {
  const [frozen, setFrozen] = useState(false);
  useEffect(() => {
    const video = element.current;
    if (!playing || !video || !('requestVideoFrameCallback' in video)) return;
    let lastFrameAt = performance.now();
    let request = 0;
    const onFrame = () => {
      lastFrameAt = performance.now();
      setFrozen(false);
      request = video.requestVideoFrameCallback(onFrame);
    };
    request = video.requestVideoFrameCallback(onFrame);
    const restart = () => {
      lastFrameAt = performance.now();
    };
    // Hidden pages draw nothing: the count begins anew when it is seen again.
    document.addEventListener('visibilitychange', restart);
    const timer = setInterval(() => {
      const still = performance.now() - lastFrameAt > STILL_AFTER;
      setFrozen(still && document.visibilityState === 'visible');
    }, LOOK_EVERY);
    return () => {
      video.cancelVideoFrameCallback(request);
      document.removeEventListener('visibilitychange', restart);
      clearInterval(timer);
      setFrozen(false);
    };
  }, [element, playing]);
  return frozen;
}
