import { useState } from 'react';
import { t } from '../../language/index.ts';
import { Button, Form, TextField } from '../../ui/index.ts';
import { tokenIn } from './link-model.ts';

/**
 * Where no link can be opened but by hand: an app on the home screen shares nothing with the browser that it came
 * from, and has no address bar.
 */
export function PasteLink({ onToken }: { onToken: (token: string) => void }) {
  const [link, setLink] = useState('');
  const [wrong, setWrong] = useState(false);
  const open = () => {
    const token = tokenIn(link);
    setWrong(token === null);
    if (token !== null) onToken(token);
  };
  return (
    <Form
      short
      onSubmit={open}
      actions={
        <Button type="submit" variant="primary" size="large" wide>
          {t('Open the link')}
        </Button>
      }
    >
      <TextField
        label={t('Your invite link')}
        description={t('Copy it from your therapist’s message, and paste it here.')}
        value={link}
        onChange={(typed) => {
          setLink(typed);
          setWrong(false);
        }}
        error={wrong ? t('This is not a whole invite link. Copy all of it.') : undefined}
      />
    </Form>
  );
}
