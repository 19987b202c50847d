/** Focuses a field wherever it waits: the closed <details> around it open first, for a closed one takes no focus. */
export function leadToField(field: HTMLElement): void {
  for (let box = field.closest('details'); box; box = box.parentElement?.closest('details') ?? null) box.open = true
  field.focus()
}
