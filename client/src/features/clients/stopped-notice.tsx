import { useState } from 'react';
import { Button, Notice } from '../../ui/index.ts';
import type { CareEdge } from './care-edge.ts';
import { stoppedWords } from './course-model.ts';
import { t } from '../../language/index.ts';

/** That the course was stopped: by whom, when and why; and the way back, if they want it. */
export function StoppedNotice({ care, send, onChanged }: CareEdge) {
  const [resuming, setResuming] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const stopped = stoppedWords(care);
  if (!stopped) return null;
  async function resume() {
    setResuming(true);
    const reply = await send({ type: 'course.resume' });
    setResuming(false);
    setFault(reply.ok ? null : reply.error.message);
    if (reply.ok) onChanged();
  }
  return (
    <Notice
      title={stopped.title}
      icon="leaf"
      live="off"
      actions={
        <Button pending={resuming} onPress={() => void resume()}>
          {t('Resume the course')}
        </Button>
      }
    >
      <p>{stopped.words}</p>
      <p>{t('That was a good decision. Nothing is lost, and talks can go on.')}</p>
      {fault && <p role="alert">{fault}</p>}
    </Notice>
  );
}
