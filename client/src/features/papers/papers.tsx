import type { ReactNode } from 'react';
import { unreachable } from '@sojourn/shared/result';
import { t } from '../../language/index.ts';
import { Button, Row, Status, type Tone } from '../../ui/index.ts';
import { Body } from './body.tsx';
import { Consents } from './consents.tsx';
import { useDesk } from './desk.tsx';
import { Fold } from './fold.tsx';
import { Location } from './location.tsx';
import { OwnWords } from './own-words.tsx';
import { nextOpen, STANDING_WORDS, type SectionId, type Standing } from './papers-model.ts';
import { Path } from './path.tsx';
import { Room } from './room.tsx';
import { usePapers, type PapersState } from './use-papers.ts';

interface PapersProps {
  /** How the client stops, from wherever they are (PH6). */
  stop: ReactNode;
}

const TONES: Record<Standing, Tone> = {
  done: 'ok',
  open: 'waiting',
  again: 'accent',
  stopped: 'accent',
  free: 'waiting',
  later: 'waiting',
};

/** The client's own page before the dose: short sections in any order, one open at a time. */
export function Papers({ stop }: PapersProps) {
  const state = usePapers();
  const { open, setOpen } = useDesk();
  if (!state) return null;
  return (
    <div>
      {state.sections.map(({ id, title, standing }) => {
        const next = open === id && standing === 'done' ? nextOpen(state.sections, id) : null;
        return (
          <Fold
            key={id}
            title={title}
            mark={
              standing && (
                <Status tone={TONES[standing]} bare>
                  {t(STANDING_WORDS[standing])}
                </Status>
              )
            }
            open={open === id}
            onToggle={() => setOpen(open === id ? null : id)}
          >
            {standing === 'later' && id !== 'room' ? (
              <p>{t('This is about the day itself: you are asked then, on this page.')}</p>
            ) : (
              <Content id={id} state={state} stop={stop} />
            )}
            {next && (
              <Row>
                <Button variant="plain" onPress={() => setOpen(next.id)}>
                  {t('Next: {title}', { title: next.title })}
                </Button>
              </Row>
            )}
          </Fold>
        );
      })}
    </div>
  );
}

function Content({ id, state, stop }: PapersProps & { id: SectionId; state: PapersState }) {
  switch (id) {
    case 'path':
      return <Path {...state} stop={stop} />;
    case 'consents':
      return <Consents {...state} />;
    case 'location':
      return <Location {...state} />;
    case 'room':
      return <Room {...state} />;
    case 'body':
      return <Body {...state} />;
    case 'words':
      return <OwnWords {...state} />;
    default:
      return unreachable(id);
  }
}
