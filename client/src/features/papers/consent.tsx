import { consentText, type ConsentDocument } from '@sojourn/shared/session/consent';
import type { SignedConsent } from '@sojourn/shared/session/papers';
import { dayWords } from '../../connection/dates.ts';
import { looseFault } from '../../connection/form-model.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { hourWords } from '../../connection/words.ts';
import { currentLanguage, t, told } from '../../language/index.ts';
import { Button, Form, Notice, Row, Stack, Status, TextField } from '../../ui/index.ts';
import { useDraft } from './desk.tsx';
import type { ConsentStanding } from './papers-model.ts';
import { Saved } from './saved.tsx';

interface ConsentProps {
  document: ConsentDocument;
  signed: SignedConsent | null;
  standing: ConsentStanding;
}

/** One text, whole, and under it the name that was or is to be signed (PA1, PA2). */
export function Consent({ document, signed, standing }: ConsentProps) {
  return (
    <>
      {standing === 'renewed' && signed && (
        <Notice tone="accent" title={t('This text was renewed')}>
          {t(
            'You signed an earlier one on {day}. Please read the new one when you like; your earlier signature stays with the earlier text.',
            { day: dayWords(signed.at) },
          )}
        </Notice>
      )}
      <Stack gap={3}>
        {consentText(document).paragraphs.map((paragraph) => (
          <p key={paragraph}>{told(paragraph)}</p>
        ))}
      </Stack>
      {standing === 'signed' && signed ? (
        <Signed document={document} signed={signed} />
      ) : (
        <ToSign document={document} />
      )}
    </>
  );
}

function ToSign({ document }: Pick<ConsentProps, 'document'>) {
  const [name, setName] = useDraft(`signature.${document}`, '');
  const { press, sending, faults, refusals, clear } = useCheckedPress();
  const { version } = consentText(document);
  // The text that stands above, as it was read (PA1).
  const language = currentLanguage();
  return (
    <Form
      short
      onSubmit={() => void press({ type: 'consent.sign', document, version, name, language })}
      refusals={refusals}
      fault={looseFault(faults, { name })}
      actions={
        <>
          <Button type="submit" variant="primary" size="large" wide pending={sending}>
            {t('I agree, and sign')}
          </Button>
          <Saved sending={sending} words={null} />
        </>
      }
    >
      <TextField
        label={t('Your full name, as your signature')}
        size="large"
        autoComplete="name"
        value={name}
        onChange={(typed) => {
          setName(typed);
          clear();
        }}
        error={faults['name'] && told(faults['name'])}
      />
    </Form>
  );
}

function Signed({ document, signed }: { document: ConsentDocument; signed: SignedConsent }) {
  const { press, sending, faults } = useCheckedPress();
  const fault = Object.values(faults)[0];
  return (
    <Stack gap={3}>
      <span role="status">
        <Status tone="ok">
          {t('Signed by {name} on {day}, {time}', {
            name: signed.name,
            day: dayWords(signed.at),
            time: hourWords(signed.at),
          })}
        </Status>
      </span>
      {fault && <Notice tone="lost">{told(fault)}</Notice>}
      <Row>
        <Button
          variant="plain"
          pending={sending}
          onPress={() => void press({ type: 'consent.withdraw', document })}
        >
          {t('Take my signature back')}
        </Button>
      </Row>
    </Stack>
  );
}
