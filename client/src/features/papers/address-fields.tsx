import type { UsState } from '@sojourn/shared/care/us-state';
import type { Faults } from '../../connection/faults.ts';
import { t, told } from '../../language/index.ts';
import { Fields, Select, Stack, TextField } from '../../ui/index.ts';
import { useDesk } from './desk.tsx';
import { STATE_OPTIONS, type AddressForm } from './location-model.ts';

export const NO_ADDRESS: AddressForm = { street: '', city: '', state: '', zip: '', doorNotes: '' };

/** The address that is being written; it stays until the page is closed. */
export function useAddress(): [AddressForm, (part: Partial<AddressForm>) => void] {
  const { drafts, setDraft } = useDesk();
  const typed = (field: keyof AddressForm) => drafts[`address.${field}`] ?? '';
  const address = {
    street: typed('street'),
    city: typed('city'),
    state: typed('state'),
    zip: typed('zip'),
    doorNotes: typed('doorNotes'),
  };
  return [
    address,
    (part) => {
      for (const [field, value] of Object.entries(part)) setDraft(`address.${field}`, value);
    },
  ];
}

interface AddressFieldsProps {
  address: AddressForm;
  onChange: (part: Partial<AddressForm>) => void;
  faults: Faults;
}

export function AddressFields({ address, onChange, faults }: AddressFieldsProps) {
  const fault = (path: string) => faults[path] && told(faults[path]);
  const field = (name: keyof AddressForm) => ({
    value: address[name],
    onChange: (typed: string) => onChange({ [name]: typed }),
    error: fault(`elsewhere.${name}`),
  });
  const state = STATE_OPTIONS.find(({ value }) => value === address.state);
  return (
    <Stack gap={4}>
      <TextField
        label={t('Street and number')}
        autoComplete="street-address"
        {...field('street')}
      />
      <Fields>
        <TextField label={t('City')} autoComplete="address-level2" {...field('city')} />
        <TextField
          label={t('ZIP code')}
          autoComplete="postal-code"
          inputMode="numeric"
          {...field('zip')}
        />
      </Fields>
      <Select
        label={t('State')}
        options={STATE_OPTIONS}
        value={state?.value ?? null}
        onChange={(value: UsState) => onChange({ state: value })}
        error={fault('elsewhere.state')}
      />
      <TextField
        label={t('What helpers must know at the door')}
        description={t('Which door, which floor, a code, a dog')}
        optional
        multiline
        rows={2}
        {...field('doorNotes')}
      />
    </Stack>
  );
}
