import { useState } from 'react';
import { ConsentDocument, consentText } from '@sojourn/shared/session/consent';
import { m, t, told } from '../../language/index.ts';
import { Status } from '../../ui/index.ts';
import { Consent } from './consent.tsx';
import { Fold } from './fold.tsx';
import { consentStanding, type ConsentStanding } from './papers-model.ts';
import type { PapersState } from './use-papers.ts';

const MARK_WORDS: Record<ConsentStanding, string> = {
  signed: m('Signed'),
  unsigned: m('Still open'),
  renewed: m('New text'),
};

/** Three texts, each read whole and signed by itself, in any order. */
export function Consents({ papers }: PapersState) {
  const first = ConsentDocument.options.find((d) => consentStanding(papers, d) !== 'signed');
  const [open, setOpen] = useState<ConsentDocument | null>(first ?? null);
  return (
    <div>
      {ConsentDocument.options.map((document) => {
        const standing = consentStanding(papers, document);
        return (
          <Fold
            key={document}
            inner
            title={told(consentText(document).title)}
            mark={
              <Status tone={standing === 'signed' ? 'ok' : 'waiting'} bare>
                {t(MARK_WORDS[standing])}
              </Status>
            }
            open={open === document}
            onToggle={() => setOpen(open === document ? null : document)}
          >
            <Consent document={document} signed={papers.consents[document]} standing={standing} />
          </Fold>
        );
      })}
    </div>
  );
}
