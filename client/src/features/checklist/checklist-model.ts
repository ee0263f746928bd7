import type { Guard, Turn } from '@sojourn/shared/guard';
import type { Command } from '@sojourn/shared/session/command';
import { entryGuards } from '@sojourn/shared/session/guard';
import { nextPhase, phaseTitle } from '@sojourn/shared/session/phase';
import type { TherapistView } from '@sojourn/shared/session/view';
import { nameOr } from '../../connection/words.ts';
import { t, told } from '../../language/index.ts';

/** A press by which the therapist meets a guard from the list itself. */
interface ItemAction {
  label: string;
  command: Command;
}

interface ChecklistItem {
  guard: string;
  met: boolean;
  words: string;
  /** Whose turn it is, for what is not met. */
  turn: string | null;
  actions: readonly ItemAction[];
}

export interface ChecklistModel {
  title: string;
  items: readonly ChecklistItem[];
  open: number;
}

function turnWords(turn: Turn, view: TherapistView): string {
  switch (turn) {
    case 'therapist':
      return t('you');
    case 'client':
      return nameOr(view.people.client.name, 'client');
    case 'chaperone':
      return nameOr(view.people.chaperone.name, 'chaperone');
    case 'prescriber':
      return t('the prescriber');
    case 'time':
      return t('time');
  }
}

const mark = (label: string, seen: 'speaks' | 'eyes_open' | 'oriented'): ItemAction[] => [
  { label, command: { type: 'mark.record', mark: seen } },
];
const held = (label: string, how: 'spat' | 'swallowed' | 'vomited'): ItemAction => ({
  label,
  command: { type: 'hold.end', how },
});

function actionsFor({ guard, met }: Guard, view: TherapistView): readonly ItemAction[] {
  if (met) return [];
  switch (guard) {
    case 'drill':
      return view.people.chaperone.connected && view.people.chaperone.admission === 'admitted'
        ? [
            {
              label: view.drill === null ? t('Start the drill') : t('Repeat the drill'),
              command: { type: 'drill.start' },
            },
          ]
        : [];
    case 'hold_ended':
      return [
        held(t('Spat'), 'spat'),
        held(t('Swallowed'), 'swallowed'),
        held(t('Vomited'), 'vomited'),
      ];
    case 'speaks':
      return mark(t('Speaks'), guard);
    case 'eyes_open':
      return mark(t('Eyes open'), guard);
    case 'oriented':
      return mark(t('Oriented'), guard);
    default:
      return [];
  }
}

/** What the next phase needs, as the decider will ask it (GD2); null when nothing is asked. */
export function checklistModel(view: TherapistView, now: number): ChecklistModel | null {
  const to = nextPhase(view.kind, view.phase);
  if (to === null) return null;
  // The criteria of the release stand in its own card, where they are gone through.
  const guards = entryGuards(view, to, now).filter(({ guard }) => !guard.startsWith('criterion_'));
  if (guards.length === 0) return null;
  const items = guards.map((guard) => ({
    guard: guard.guard,
    met: guard.met,
    words: told(guard.words),
    turn: guard.met ? null : turnWords(guard.turn, view),
    actions: actionsFor(guard, view),
  }));
  const open = items.filter(({ met }) => !met).length;
  const goal = to === 'hold' ? t('the dose') : told(phaseTitle(to));
  return { title: t('Before {goal}', { goal }), items, open };
}
