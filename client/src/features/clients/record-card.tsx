import { useState } from 'react';
import { addressLine } from '@sojourn/shared/care/client-record';
import { dateWords } from '../../connection/dates.ts';
import { telLink } from '../../connection/words.ts';
import { Button, Card, Facts, Status, TextLink } from '../../ui/index.ts';
import type { CareEdge } from './care-edge.ts';
import { RecordForm } from './record-form.tsx';
import { lackingWords } from './record-model.ts';
import styles from './record-card.module.css';
import { LANGUAGE_NAMES, t } from '../../language/index.ts';

const Phone = ({ number }: { number: string }) => (
  <TextLink href={telLink(number)}>{number}</TextLink>
);

/** Who the client is and whom to reach: to be read at a glance, and by a dispatcher's questions. */
export function RecordCard(edge: CareEdge) {
  const [editing, setEditing] = useState(false);
  const { record } = edge.care;
  const { home, chaperone, emergencyContacts } = record;
  const lacking = lackingWords(record);
  return (
    <Card
      title={t('Client record')}
      actions={
        <Button
          variant="plain"
          flush="end"
          label={t('Edit the client record')}
          onPress={() => setEditing(true)}
        >
          {t('Edit')}
        </Button>
      }
    >
      {lacking && (
        <Status tone="waiting" bare>
          {lacking}
        </Status>
      )}
      <Facts
        facts={[
          { term: t('Phone'), value: record.phone && <Phone number={record.phone} /> },
          { term: t('Date of birth'), value: record.birthDate && dateWords(record.birthDate) },
          {
            term: t('Home'),
            value: home && [addressLine(home), home.doorNotes].filter(Boolean).join('\n'),
            wide: true,
          },
          {
            term: t('Local dispatch line'),
            value: record.dispatchLine && <Phone number={record.dispatchLine} />,
          },
          {
            term: t('Chaperone'),
            value: chaperone && (
              <>
                {chaperone.name}
                <br />
                <Phone number={chaperone.phone} />
              </>
            ),
          },
          {
            term: t('Emergency contacts'),
            wide: true,
            value:
              emergencyContacts.length > 0 ? (
                <ul className={styles.contacts}>
                  {emergencyContacts.map(({ name, relation, phone, language = 'en' }) => (
                    <li key={`${name} ${phone}`}>
                      {relation ? `${name}, ${relation} · ` : `${name} · `}
                      <Phone number={phone} />
                      {language !== 'en' && ` · ${LANGUAGE_NAMES[language]}`}
                    </li>
                  ))}
                </ul>
              ) : null,
          },
          { term: t('Allergies'), value: record.allergies, wide: true },
          { term: t('Conditions'), value: record.conditions, wide: true },
        ]}
      />
      {editing && (
        <RecordForm
          {...edge}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            edge.onChanged();
          }}
        />
      )}
    </Card>
  );
}
