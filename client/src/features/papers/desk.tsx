import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { SectionId } from './papers-model.ts';

/** Which section is open, and what was typed and not saved yet. */
interface Desk {
  open: SectionId | null;
  setOpen(section: SectionId | null): void;
  drafts: Readonly<Record<string, string>>;
  setDraft(name: string, typed: string): void;
}

const DeskContext = createContext<Desk | null>(null);

/**
 * Stands above lobby and room: being let in must not take half a sentence away from somebody who is
 * writing it. Kept in memory only.
 */
export function PapersDesk({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<SectionId | null>(null);
  const [drafts, setDrafts] = useState<Desk['drafts']>({});
  const desk = useMemo(
    () => ({
      open,
      setOpen,
      drafts,
      setDraft: (name: string, typed: string) =>
        setDrafts((before) => ({ ...before, [name]: typed })),
    }),
    [open, drafts],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('useDesk needs a PapersDesk above it');
  return desk;
}

/** What stands in a field: what was typed, or else what is known. */
export function useDraft(name: string, known: string): [string, (typed: string) => void] {
  const { drafts, setDraft } = useDesk();
  return [drafts[name] ?? known, (typed) => setDraft(name, typed)];
}
