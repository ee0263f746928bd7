import type { Kept } from '../../connection/kept-model.ts';
import { nameOr } from '../../connection/words.ts';
import { t } from '../../language/index.ts';

export interface FallbackCall {
  label: string;
  phone: string;
}

/** What a therapist's or chaperone's screen says while no server answers (WD3). */
export interface FallbackModel {
  title: string;
  lead: string;
  /** What to do, the first thing first. */
  steps: readonly string[];
  calls: readonly FallbackCall[];
}

type Helper = 'therapist' | 'chaperone';

export function fallbackModel(role: Helper, kept: Kept | null): FallbackModel {
  const name = (of: 'therapist' | 'client' | 'chaperone') =>
    nameOr(kept?.people[of].name ?? '', of);
  const call = (of: 'therapist' | 'client' | 'chaperone'): FallbackCall[] => {
    const phone = kept?.people[of].phone ?? null;
    return phone === null ? [] : [{ label: t('Call {name}', { name: name(of) }), phone }];
  };
  const dosed = kept !== null && kept.t0 !== null;
  if (role === 'chaperone') {
    return {
      title: t('This phone does not reach the session'),
      lead: t('No alert can reach you here. It keeps trying by itself.'),
      steps: [
        t('Stay near, and look in on {client} every few minutes.', { client: name('client') }),
        ...(kept?.people.therapist.phone
          ? [t('Call {therapist}, and keep the line open.', { therapist: name('therapist') })]
          : []),
        t(
          'If {client} does not wake, struggles to breathe or is hurt: call 911, and read the card below.',
          { client: name('client') },
        ),
      ],
      calls: call('therapist'),
    };
  }
  return {
    title: t('The server does not answer'),
    lead: t(
      'An alert that you press is kept, and goes out when it is back. Until then, use the phone.',
    ),
    steps: dosed
      ? [
          t('Call {chaperone}: ask them to sit with {client} until the session is back.', {
            chaperone: name('chaperone'),
            client: name('client'),
          }),
          t('If you still see or hear {client}, stay with them. The video may go on by itself.', {
            client: name('client'),
          }),
          t(
            'In an emergency, call the dispatch line on the card: 911 reaches the place where you are.',
          ),
        ]
      : [t('No medicine was taken. If it lasts, call them and begin later.')],
    calls: [...call('chaperone'), ...call('client')],
  };
}

export interface ClientFallback {
  title: string;
  words: readonly string[];
}

/** The client reads three short sentences, and nothing to do. */
export function clientFallback(kept: Kept | null): ClientFallback {
  if (kept === null || kept.t0 === null) {
    return {
      title: t('The line dropped.'),
      words: [t('It comes back by itself. You can stay here.')],
    };
  }
  const chaperone = kept.people.chaperone.name || t('Your chaperone');
  return {
    title: t('The line dropped.'),
    words: [t('You are safe.'), t('{chaperone} is coming to you.', { chaperone })],
  };
}
