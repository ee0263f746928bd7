import { useState, type ReactNode } from 'react';
import { t } from '../../language/index.ts';
import { Button, Card, Row, Status } from '../../ui/index.ts';
import { useDesk } from './desk.tsx';
import { openWords } from './papers-model.ts';
import { Papers } from './papers.tsx';
import { usePapers } from './use-papers.ts';

/** In the room, until the medicine: what is still open, and the way back to it. Then it is gone (DO4). */
export function PapersCard({ stop }: { stop: ReactNode }) {
  const state = usePapers();
  const { open: section } = useDesk();
  // Who was let in while they were writing goes on writing.
  const [shown, setShown] = useState(section !== null);
  if (!state) return null;
  const words = openWords(state.open);
  const toggle = (
    <Button variant="plain" onPress={() => setShown(!shown)}>
      {shown ? t('Close') : state.open > 0 ? t('verb|Open') : t('Look again')}
    </Button>
  );
  if (!shown && state.open === 0) {
    return (
      <Row justify="between">
        <Status tone="ok" bare>
          {words}
        </Status>
        {toggle}
      </Row>
    );
  }
  return (
    <Card title={words} actions={toggle}>
      {shown && <Papers stop={stop} />}
    </Card>
  );
}
