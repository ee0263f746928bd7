import { useView } from '../connection/use-session.ts';
import { unlockSound } from '../features/alert/index.ts';
import { Agreement, DutyList, EmergencySigns } from '../features/chaperone/index.ts';
import { Lobby, type LobbyBefore } from '../features/lobby/index.ts';
import { Papers, usePapers } from '../features/papers/index.ts';
import { ChaperoneStop, ClientStop } from '../features/phase/index.ts';
import { LinkNotice } from '../features/presence/index.ts';
import { Stack } from '../ui/index.ts';

/** Client and chaperone before they are let in: what they can read and answer, and the door. */
export function LobbyScreen() {
  const before = useBefore();
  return <Lobby before={before} onUnlock={() => void unlockSound()} />;
}

function useBefore(): LobbyBefore | null {
  const { duties } = useView('lobby');
  const papers = usePapers();
  if (papers) {
    return {
      open: papers.open > 0,
      content: (
        <>
          <LinkNotice />
          <Papers stop={<ClientStop />} />
        </>
      ),
    };
  }
  if (!duties) return null;
  return {
    open: !duties.agreed,
    content: (
      <Stack gap={4}>
        <LinkNotice />
        <DutyList />
        <EmergencySigns />
        <Agreement />
        <ChaperoneStop />
      </Stack>
    ),
  };
}
