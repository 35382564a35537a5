import type { FunctionalComponent } from 'vue';

/** A control with its label around it. */
export const Field: FunctionalComponent<{ label: string; wide?: boolean }> = ({ label, wide }, { slots }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is what stands in the slot
  <label class={['play-field', wide ? 'wide' : '']}>
    <span>{label}</span>
    {slots['default']?.()}
  </label>
);

/** A checkbox with its label behind it. */
export const Check: FunctionalComponent<{ label: string; checked: boolean; set: (on: boolean) => void }> = ({
  label,
  checked,
  set,
}) => (
  <label class="play-check">
    <input type="checkbox" checked={checked} onChange={(event) => set(inputOf(event).checked)} />
    <span>{label}</span>
  </label>
);

/** The control that an event came from. */
export function inputOf(event: Event): HTMLInputElement {
  // Used by handlers of inputs, selects and text areas, which all have a value.
  return event.target as HTMLInputElement;
}

/** Which option of a select was chosen, from 0. */
export function indexIn(event: Event): number {
  // Used by handlers of selects alone.
  return (event.target as HTMLSelectElement).selectedIndex;
}
