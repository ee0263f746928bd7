/**
 * The chaperone's phone rings with the page closed: Web Push (PN1). `<PushProvider>` stands above the
 * chaperone's screen; `RingOffer` is the offer on the page, `RingInDrill` the same within the drill.
 */
export { PushProvider } from './push-provider.tsx';
export { RingInDrill, RingOffer } from './ring-offer.tsx';
