import { t } from '../../language/index.ts';
import { LinkButton } from '../../ui/index.ts';

interface PrintLinkProps {
  sessionId: string;
  as: 'therapist' | 'chaperone';
}

export const PrintLink = ({ sessionId, as }: PrintLinkProps) => (
  <LinkButton variant="plain" href={`/sessions/${sessionId}/card?as=${as}`} newTab>
    {t('Print this card')}
  </LinkButton>
);
