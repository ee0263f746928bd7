import type { CareView } from '@sojourn/shared/care/view';
import type { SendCare } from '../../connection/care-client.ts';

/** What every part of a client's page works on. */
export interface CareEdge {
  care: CareView;
  /** When the view came, ms. */
  now: number;
  send: SendCare;
  /** Something was recorded: the view is old. */
  onChanged: () => void;
}

/** A form of the page: closed when it is done, and when it is left. */
export interface CareFormProps extends Omit<CareEdge, 'onChanged'> {
  onDone: () => void;
  onClose: () => void;
}
