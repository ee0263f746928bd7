import { useState } from 'react';
import { looseFault } from '../../connection/form-model.ts';
import { useCheckedPress } from '../../connection/use-checked-press.ts';
import { useSession } from '../../connection/use-session.ts';
import { currentLanguage, t } from '../../language/index.ts';
import { Button, Card, Form, Row, Stack, Status, TextField } from '../../ui/index.ts';
import { dutiesOf } from './chaperone-model.ts';

/** The chaperone's word that they do this, with the name and the number under which they are called. */
export function Agreement() {
  const view = useSession('view');
  const duties = dutiesOf(view);
  const [name, setName] = useState(duties?.name ?? '');
  const [phone, setPhone] = useState(duties?.phone ?? '');
  const [changing, setChanging] = useState(false);
  const { press, sending, faults, refusals, clear } = useCheckedPress();
  if (!duties) return null;
  if (duties.agreed && !changing) {
    return (
      <Card title={t('You agreed to this')} actions={<Status tone="ok">{t('Thank you')}</Status>}>
        <p>{t('The therapist calls you on {phone}.', { phone: duties.phone })}</p>
        <Row>
          <Button onPress={() => setChanging(true)}>{t('Change name or number')}</Button>
        </Row>
      </Card>
    );
  }
  const language = currentLanguage();
  const agree = () =>
    void press({ type: 'chaperone.agree', name, phone, language }).then(
      (recorded) => recorded && setChanging(false),
    );
  return (
    <Card title={t('Do you agree to this?')}>
      <Form
        short
        onSubmit={agree}
        refusals={refusals}
        fault={looseFault(faults, { name, phone })}
        actions={
          <Button type="submit" variant="primary" size="large" wide pending={sending}>
            {t('I agree to do this')}
          </Button>
        }
      >
        <Stack gap={4}>
          <TextField
            label={t('Your name')}
            size="large"
            autoComplete="name"
            value={name}
            onChange={(typed) => {
              setName(typed);
              clear();
            }}
            error={faults['name']}
          />
          <TextField
            label={t('The number of this phone')}
            description={t('If this page cannot reach you, the therapist calls.')}
            size="large"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            value={phone}
            onChange={(typed) => {
              setPhone(typed);
              clear();
            }}
            error={faults['phone']}
          />
        </Stack>
      </Form>
    </Card>
  );
}
