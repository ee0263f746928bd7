import { useState, type ReactNode } from 'react';
import type { GuestRole } from '@sojourn/shared/session/role';
import { t } from '../../language/index.ts';
import { Button, Card } from '../../ui/index.ts';
import { beforeTitle } from './lobby-model.ts';

interface BeforeProps {
  open: boolean;
  content: ReactNode;
  role: GuestRole;
  moment: Parameters<typeof beforeTitle>[2];
}

/** What is done before the session; folded away once nothing of it waits. */
export function Before({ open, content, role, moment }: BeforeProps) {
  // Stays open after the last answer, too, until it is closed.
  const [shown, setShown] = useState(open);
  const title = beforeTitle(role, open, moment);
  // The chaperone's part comes in cards of its own.
  if (role === 'chaperone' && (open || shown)) return content;
  return (
    <Card
      title={title}
      actions={
        !open && (
          <Button variant="plain" onPress={() => setShown(!shown)}>
            {shown ? t('Close') : t('Look again')}
          </Button>
        )
      }
    >
      {(open || shown) && content}
    </Card>
  );
}
