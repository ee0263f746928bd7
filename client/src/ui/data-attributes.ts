/** State that styles or tests read from the element, e.g. `data-phase="hold"`. */
export interface DataAttributes {
  [name: `data-${string}`]: string | number | boolean | undefined;
}
