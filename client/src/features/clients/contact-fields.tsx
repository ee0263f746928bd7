import { useRef } from 'react';
import type { Faults } from '../../connection/faults.ts';
import { Button, Fields, Select, TextField } from '../../ui/index.ts';
import styles from './contact-fields.module.css';
import { MOST_CONTACTS, NEW_CONTACT, type ContactDraft } from './record-model.ts';
import { LANGUAGE_NAMES, LANGUAGES, t } from '../../language/index.ts';

interface ContactFieldsProps {
  contacts: readonly ContactDraft[];
  onChange: (contacts: readonly ContactDraft[]) => void;
  faults: Faults;
}

/** Whom to call when the client needs somebody: up to four, in the order of calling. */
export function ContactFields({ contacts, onChange, faults }: ContactFieldsProps) {
  const group = useRef<HTMLDivElement>(null);
  const write = (at: number, part: Partial<ContactDraft>) =>
    onChange(contacts.map((contact, index) => (index === at ? { ...contact, ...part } : contact)));
  function remove(at: number) {
    // The button goes with its contact, and must not take the keyboard's place with it.
    group.current?.focus();
    onChange(contacts.filter((_, index) => index !== at));
  }
  return (
    <div
      ref={group}
      className={styles.contacts}
      role="group"
      aria-label={t('Emergency contacts')}
      tabIndex={-1}
    >
      {contacts.map((contact, at) => {
        const field = (key: 'name' | 'phone' | 'relation') => ({
          value: contact[key],
          onChange: (value: string) => write(at, { [key]: value }),
          error: faults[`emergencyContacts.${at}.${key}`],
        });
        return (
          // A contact is its place in the order of calling.
          <div key={at} className={styles.contact}>
            <Fields legend={t('Emergency contact {number}', { number: at + 1 })}>
              <TextField label={t('Name')} {...field('name')} />
              <TextField label={t('Phone')} type="tel" {...field('phone')} />
              <TextField label={t('How they know the client')} optional {...field('relation')} />
              <Select
                label={t('Written to and called in')}
                options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
                value={contact.language}
                onChange={(language) => write(at, { language })}
              />
            </Fields>
            <div>
              <Button
                variant="plain"
                label={t('Remove emergency contact {number}', { number: at + 1 })}
                onPress={() => remove(at)}
              >
                {t('Remove')}
              </Button>
            </div>
          </div>
        );
      })}
      {contacts.length < MOST_CONTACTS && (
        <div>
          <Button icon="plus" onPress={() => onChange([...contacts, NEW_CONTACT])}>
            {contacts.length === 0 ? t('Add an emergency contact') : t('Add another contact')}
          </Button>
        </div>
      )}
    </div>
  );
}
