import type { RecordReply } from '@sojourn/shared/http/record-api';
import type { SessionState } from '@sojourn/shared/session/state';
import { Card, LinkButton, Notice, Row } from '../../ui/index.ts';
import { recordFacts, sealWords } from './record-model.ts';
import styles from './record.module.css';
import { t } from '../../language/index.ts';

interface RecordSummaryProps {
  reply: RecordReply;
  state: SessionState;
}

/** What the session came to, whether its record holds, and the ways to take it along. */
export function RecordSummary({ reply, state }: RecordSummaryProps) {
  const seal = sealWords(reply);
  const base = `/api/sessions/${state.sessionId}/record`;
  return (
    <Card title={t('In short')}>
      <dl className={styles.facts}>
        {recordFacts(state).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Notice tone={seal.tone} title={seal.title} live="off">
        {seal.words}
      </Notice>
      <Row gap={3}>
        <LinkButton href={`${base}.pdf`}>{t('PDF for the chart')}</LinkButton>
        <LinkButton href={`${base}.csv`}>{t('CSV')}</LinkButton>
        <LinkButton href={`${base}.json`}>{t('JSON, to verify')}</LinkButton>
      </Row>
    </Card>
  );
}
