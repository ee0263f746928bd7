import { expect, test } from 'vitest';
import { bareFaults, messageFaults } from './messages/check-messages.ts';
import { sourceTexts } from './messages/source-texts.ts';

const check = (
  source: string,
  spanish: Record<string, string>,
  more: Record<string, string> = {},
) =>
  messageFaults(
    new Map([['a.tsx', sourceTexts('a.tsx', source)]]),
    new Map([
      ['a.json', spanish],
      ['b.json', more],
    ]),
  );

test('[LA3] a text in both languages is no fault, however it is given', () => {
  const source = `
    const OPEN = { label: m('Open') };
    const a = t('{name} is here', { name });
    const b = plural(n, { one: '{count} minute', other: '{count} minutes' });
    const c = words(isLost ? 'Lost' : 'Found');
    const d = <p title={t('A title')}>{t('Welcome')}</p>;`;
  const spanish = {
    Open: 'Abierta',
    '{name} is here': '{name} está aquí',
    '{count} minute': '{count} minuto',
    '{count} minutes': '{count} minutos',
    Lost: 'Perdido',
    Found: 'Encontrado',
    'A title': 'Un título',
    Welcome: 'Bienvenida',
  };
  expect(check(source, spanish)).toEqual([]);
});

test('[LA3] a missing key, an unused one, another place and two translations are each named', () => {
  expect(check(`t('Help')`, {})).toEqual(['a.tsx: "Help" has no Spanish']);
  expect(check('', { Help: 'Ayuda' })).toEqual(['a.json: "Help" is not used any more']);
  expect(check(`t('{name} comes')`, { '{name} comes': '{nombre} viene' })).toEqual([
    'a.json: "{name} comes" has {name}, Spanish {nombre}',
  ]);
  expect(check(`t('Help')`, { Help: ' ' })).toEqual(['a.json: "Help" is empty']);
  expect(check(`t('Help')`, { Help: 'Ayuda' }, { Help: 'Auxilio' })).toEqual([
    'b.json: "Help" is said differently in a.json',
  ]);
});

test('[LA3] a text on a screen that goes past the catalogue is found', () => {
  const bare = (source: string) => bareFaults(new Map([['a.tsx', sourceTexts('a.tsx', source)]]));
  expect(bare('const a = <p>You are safe</p>;')).toEqual([
    'a.tsx:1: "You are safe" does not go through t()',
  ]);
  expect(bare('const a = <Button label="Help" />;')).toHaveLength(1);
  expect(bare('const a = { title: `${name} is here` };')).toHaveLength(1);
  expect(bare(`const a = <p className="big red" data-state="On">{t('You are safe')}</p>;`)).toEqual(
    [],
  );
  expect(bare(`throw new Error('No such element'); if (a === 'Two words') b();`)).toEqual([]);
});
