import { useEffect, useRef } from 'react';
import { t, told } from '../../language/index.ts';
import { Button, Notice, Stack, TextField } from '../../ui/index.ts';
import type { Enter } from './use-enter.ts';

export function EntryForm({
  form,
  errors,
  refusals,
  sending,
  change,
  submit,
  asksPhone,
}: Enter & { asksPhone: boolean }) {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refusals === 0) return;
    element.current?.querySelector<HTMLInputElement>('[aria-invalid="true"]')?.focus();
  }, [refusals]);
  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) submit();
      }}
    >
      <Stack gap={5}>
        <TextField
          label={t('Your first name')}
          size="large"
          value={form.name}
          onChange={(name) => change('name', name)}
          error={errors.name && told(errors.name)}
          autoComplete="given-name"
          name="name"
        />
        {asksPhone && (
          <TextField
            label={t('Your phone number (so that your therapist can call you)')}
            size="large"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            name="phone"
            optional
            value={form.phone}
            onChange={(phone) => change('phone', phone)}
            error={errors.phone && told(errors.phone)}
          />
        )}
        {errors.form && <Notice tone="lost">{told(errors.form)}</Notice>}
        <Button type="submit" variant="primary" size="large" wide pending={sending}>
          {t('Join session')}
        </Button>
      </Stack>
    </form>
  );
}
